% SWI-Prolog, case after case:  swipl -O -q one_case.pl FOLDER  (prints a line of JSON)

:- set_prolog_flag(optimise, true).
:- initialization(main, main).

main :-
    current_prolog_flag(argv, [Folder|Rest]),
    atom_concat(Folder, '/program.pl', Program),
    load_files(Program, [silent(true)]),
    atom_concat(Folder, '/cases.pl', CaseFile),
    load_files(CaseFile, [silent(true)]),
    (   Rest = [first] -> first ; measure(Folder) ).

% A whole process: the first case, every fact.
first :-
    case(0, Case), answer(Case, Facts), Facts =.. [_|Verdicts],
    maplist([V, R]>>(R is popcount(V)), Verdicts, Ranks),
    atomic_list_concat(Ranks, '|', Line), writeln(Line).

measure(Folder) :-
    findall(Case, case(_, Case), Cases),
    length(Cases, Count),
    write_answers(Folder, Cases),
    run(Cases),
    statistics(cputime, Start),
    rounds(Cases, Start, 0, Rounds, Seconds),
    PerCase is Seconds / (Rounds * Count),
    format('{"seconds": ~w, "cases": ~w}~n', [PerCase, Count]).

% The terms stay where they are: `member` copies nothing, and each case's work is undone.
run(Cases) :- forall(member(Case, Cases), answer(Case, _)).

rounds(Cases, Start, Done, Rounds, Seconds) :-
    run(Cases),
    statistics(cputime, Now),
    Next is Done + 1,
    (   Now - Start < 1.0
    ->  rounds(Cases, Start, Next, Rounds, Seconds)
    ;   Rounds = Next, Seconds is Now - Start
    ).

write_answers(Folder, Cases) :-
    atom_concat(Folder, '/answers-one-prolog.txt', File),
    open(File, write, Stream),
    forall(member(Case, Cases),
           (   answer(Case, Facts), Facts =.. [_|Verdicts],
               forall(member(V, Verdicts), (R is popcount(V), write(Stream, R))), nl(Stream)
           )),
    close(Stream).
