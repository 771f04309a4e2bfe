; CLIPS, case after case. The driver loads program.clp and cases.clp first, then calls what it wants.

(deffunction run-case (?number)
   (reset)
   (funcall (sym-cat "case-" ?number))
   (run))

; How many levels each fact has reached, a line to a case.
(deffunction print-case (?number ?facts ?file)
   (run-case ?number)
   (bind ?levels (create$))
   (loop-for-count ?facts (bind ?levels (create$ ?levels 0)))
   (foreach ?fact (get-fact-list)
      (bind ?relation (str-cat (fact-relation ?fact)))
      (if (eq (sub-string 1 1 ?relation) "f") then
         (bind ?place (+ 1 (eval (sub-string 2 (str-length ?relation) ?relation))))
         (bind ?levels (replace$ ?levels ?place ?place (+ 1 (nth$ ?place ?levels))))))
   (foreach ?level ?levels (printout ?file ?level))
   (printout ?file crlf))

(deffunction answer-all (?cases ?facts ?answers)
   (open ?answers answers "w")
   (loop-for-count (?number 0 (- ?cases 1)) (print-case ?number ?facts answers))
   (close answers))

; CLIPS has no clock but that on the wall, so that the driver takes the processor time of the process.
(deffunction run-all (?cases ?rounds)
   (loop-for-count ?rounds
      (loop-for-count (?number 0 (- ?cases 1)) (run-case ?number))))
