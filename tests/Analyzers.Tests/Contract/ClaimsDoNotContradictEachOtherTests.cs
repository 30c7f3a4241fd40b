using Infoscope.Analyzers.Contract;

namespace Infoscope.Analyzers.Tests.Contract;

public sealed class ClaimsDoNotContradictEachOtherTests : RuleTests<ClaimsDoNotContradictEachOther>
{
    [WrongCase]
    public Task OneClaimTwiceIsReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact)] [[|Claims(Law.Isometry, Exactness.Exact)|]]"), "Isometry is claimed twice; once is enough");

    [WrongCase]
    public Task TwoSensesOfOneClaimAreReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, Quantity = \"entropy\")] [[|Claims(Law.Isometry, Exactness.InDistribution, Quantity = \"entropy\")|]]"),
        "Isometry of entropy is claimed twice, as Exact and as InDistribution; keep the one that holds");

    [WrongCase]
    public Task OneConditionInAnotherOrderIsTheSame() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = \"a=1,b=2\")] [[|Claims(Law.Isometry, Exactness.Exact, When = \"b=2, a=1\")|]]"),
        "Isometry is claimed twice when b=2, a=1; once is enough");

    [WrongCase]
    public Task AClaimAndADisclaimerOfOneQuantityAreReported() => Reports(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, Quantity = \"entropy\")] [[|DoesNotClaim(Law.Isometry, Quantity = \"entropy\", Because = \"r\")|]]"),
        "Isometry of entropy is both claimed and disclaimed; keep the one that holds, or say with When or Quantity where the claim does");

    [WrongCase]
    public Task AClaimAndADisclaimerOfAllQuantitiesAreReported() => Reports(
        ContractCode.Claiming("[[|DoesNotClaim(Law.Isometry, Because = \"r\")|]] [Claims(Law.Isometry, Exactness.Exact)]"),
        "Isometry is both claimed and disclaimed; keep the one that holds, or say with When or Quantity where the claim does");

    [WrongCase]
    public Task AnEmptyReasonIsReported() => Reports(
        ContractCode.Claiming("[DoesNotClaim(Law.Isometry, Because = [|\" \"|])]"), "Isometry is disclaimed without a reason; say in one sentence why it does not hold");

    [WrongCase]
    public Task ALawThatEveryEstimatorOwesCannotBeDisclaimed() => Reports(
        ContractCode.Claiming("[[|DoesNotClaim(Law.Deterministic, Because = \"r\")|]]"), "Deterministic is disclaimed, but every estimator owes it");

    [RightCase]
    public Task AClaimOfOneQuantityBesideADisclaimerOfTheRestIsRight() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, Quantity = \"entropy\")] [DoesNotClaim(Law.Isometry, Because = \"r\")]"));

    [RightCase]
    public Task ADisclaimerOfOneQuantityBesideAClaimOfTheRestIsRight() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact)] [DoesNotClaim(Law.Isometry, Quantity = \"entropy\", Because = \"r\")]"));

    [RightCase]
    public Task AClaimUnderAConditionBesideADisclaimerIsRight() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = \"mode=exact\")] [DoesNotClaim(Law.Isometry, Because = \"r\")]"));

    [RightCase]
    public Task TwoSensesUnderTwoConditionsAreRight() => IsQuiet(
        ContractCode.Claiming("[Claims(Law.Isometry, Exactness.Exact, When = \"grid=fixed\")] [Claims(Law.Isometry, Exactness.InDistribution, When = \"grid=quantile\")] [Claims(Law.Isometry, Exactness.Statistical)]"));

    [RightCase]
    public Task ClaimingWhatIsOwedIsRight() => IsQuiet(ContractCode.Claiming("[Claims(Law.Deterministic, Exactness.Exact)]"));
}
