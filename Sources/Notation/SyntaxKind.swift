/// What a node of the tree is. The names are those of the grammar in the language reference.
public enum SyntaxKind: UInt8, Sendable, Hashable, CaseIterable {
    case sourceFile, languageVersion
    /// Tokens no rule of the grammar could use, kept where they stood.
    case unexpected

    // Evidence
    case fromClause, atClause, judgementClause, asJudged

    // Literature
    case sourceDeclaration, sourceField
    case claimDeclaration, firmnessClause, restatesClause, figureClause, fromCaseClause, notEncoded
    case disputeDeclaration, disputeSide, turnsOnClause

    // Vocabulary
    case scaleDeclaration, choiceDeclaration, valueDeclaration, sectionDeclaration
    case diagnosticDeclaration, collectionDeclaration, attributeDeclaration, type
    case changingFlag, changedByClause, askClause, measureHint, meansClause
    case conceptDeclaration, classificationDeclaration, criterionDeclaration, lensDeclaration
    case actorDeclaration, roleDeclaration, indicatorDeclaration, packageAttributesDeclaration

    // Packages
    case packageDeclaration, aboutClause, attributeClause, roleClause, phaseClause, paysClause
    case measureClause, stopClause, monitorClause, failureClause

    // Rules
    case ruleDeclaration, forEachClause, binding, whenClause, unlessClause, becauseClause
    case concludeClause, recommendClause, adviseAgainstClause, cautionClause, requireClause
    case sequenceClause, preferClause, chooseClause, withdrawClause, assignClause
    case misconceptionDeclaration, unsettledByClause

    // Conditions
    case andCondition, orCondition, notCondition, groupCondition
    case someCondition, everyCondition, countCondition, memberPhrase, listCondition, earlierCondition
    case comparison, aggregate, timeSince, path
    case isTest, boundTest, trendTest, wasTest, recommendedTest, inForceTest

    // Values
    case valueSet, boundedValue, rangeValue, value

    // Tables and reports
    case tableDeclaration, columnsClause, rowClause, cell, reportDeclaration

    // Cases and tests
    case caseDeclaration, caseField, stageDeclaration, periodClause, testDeclaration
    case reading, disputedValue, assumedFlag, presumablyClause, member, allListed, inForce
    case questionClause, doneClause, outcomeClause, overrideClause, expectClause, expectation

    // Lessons and courses
    case lessonDeclaration, lessonField, unsettlesClause, lessonCase, lessonStage
    case courseDeclaration, courseLesson, exerciseClause
}
