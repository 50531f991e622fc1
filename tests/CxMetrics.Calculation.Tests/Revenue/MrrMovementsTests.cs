using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class MrrMovementsTests
{
    private static readonly MrrPosition Never = new(CustomerStanding.NeverPaid, 0);
    private static readonly MrrPosition Churned = new(CustomerStanding.Churned, 0);

    [Test]
    public void FromPositions_GoldenExample_LeadsFromOpeningToClosing()
    {
        MrrPosition[] opening = [Paying(100), Paying(200), Paying(50), Paying(150), Never, Churned];
        MrrPosition[] closing = [Paying(120), Paying(200), Churned, Paying(100), Paying(80), Paying(60)];

        MrrMovements movements = MrrMovements.FromPositions(opening, closing);

        movements.Opening.Should().Be(500);
        movements.New.Should().Be(new MrrMovementTotal(1, 80));
        movements.Expansion.Should().Be(new MrrMovementTotal(1, 20));
        movements.Reactivation.Should().Be(new MrrMovementTotal(1, 60));
        movements.Contraction.Should().Be(new MrrMovementTotal(1, 50));
        movements.Churn.Should().Be(new MrrMovementTotal(1, 50));
        movements.Closing.Should().Be(560);
        movements.OpeningCustomers.Should().Be(4);
        movements.ClosingCustomers.Should().Be(5);
    }

    [Test]
    public void FromPositions_Nobody_IsAllZero()
    {
        MrrMovements movements = MrrMovements.FromPositions([], []);
        movements.Opening.Should().Be(0);
        movements.Closing.Should().Be(0);
        movements.OpeningCustomers.Should().Be(0);
    }

    [Test]
    public void FromPositions_ToAFreePlan_IsContractionOfALogoThatStays()
    {
        MrrMovements movements = MrrMovements.FromPositions([Paying(30)], [Paying(0)]);
        movements.Contraction.Should().Be(new MrrMovementTotal(1, 30));
        movements.Churn.Count.Should().Be(0);
        movements.ClosingCustomers.Should().Be(1);
    }

    [Test]
    public void FromPositions_FromAFreePlanToNothing_IsAChurnOfNoAmount() =>
        MrrMovements.FromPositions([Paying(0)], [Churned]).Churn.Should().Be(new MrrMovementTotal(1, 0));

    [Test]
    public void FromPositions_OnHold_IsPauseAndNotLost()
    {
        MrrMovements movements = MrrMovements.FromPositions([Paying(30)], [OnHold(30)]);
        movements.Pause.Should().Be(new MrrMovementTotal(1, 30));
        movements.Churn.Count.Should().Be(0);
        movements.Closing.Should().Be(0);
        movements.ClosingCustomers.Should().Be(1);
    }

    [Test]
    public void FromPositions_ResumedAtAHigherPrice_IsResumeAndExpansion()
    {
        MrrMovements movements = MrrMovements.FromPositions([OnHold(30)], [Paying(40)]);
        movements.Resume.Should().Be(new MrrMovementTotal(1, 30));
        movements.Expansion.Should().Be(new MrrMovementTotal(1, 10));
    }

    [Test]
    public void FromPositions_LostFromHold_IsAChurnOfWhatWasOnHold()
    {
        MrrMovements movements = MrrMovements.FromPositions([OnHold(30)], [Churned]);
        movements.Churn.Should().Be(new MrrMovementTotal(1, 30));
        movements.Resume.Should().Be(new MrrMovementTotal(1, 30));
        movements.Opening.Should().Be(0);
    }

    [Test]
    public void FromPositions_JoinedAndLeftWithin_HasNotMoved()
    {
        MrrMovements movements = MrrMovements.FromPositions([Never, Churned], [Churned, Churned]);
        movements.New.Count.Should().Be(0);
        movements.Churn.Count.Should().Be(0);
    }

    [Test]
    public void FromPositions_EndlessDecimals_StillAddUpExactly()
    {
        MrrPosition[] opening = [.. Enumerable.Range(1, 999).Select(price => Paying(price / 12m))];
        MrrPosition[] closing = [.. Enumerable.Range(1, 999).Select(price => Paying(price * 1.1m / 7m))];
        MrrMovements movements = MrrMovements.FromPositions(opening, closing);
        (movements.Opening + movements.Expansion.Amount - movements.Contraction.Amount).Should().Be(movements.Closing);
    }

    [Test]
    public void FromPositions_LargestAmounts_StillAddUpExactly()
    {
        MrrPosition[] opening = [Paying(10_000_000_000_000m), Paying(0.000001m)];
        MrrPosition[] closing = [Paying(9_999_999_999_999.999999m), Paying(10_000_000_000_000m)];
        MrrMovements movements = MrrMovements.FromPositions(opening, closing);
        movements.Contraction.Amount.Should().Be(0.000001m);
        movements.Closing.Should().Be(19_999_999_999_999.999999m);
    }

    [Test]
    public void Constructor_MovementsThatDoNotLeadToTheClosing_IsRefused()
    {
        MrrTally tally = new();
        tally.AddEnds(Paying(100), Paying(90));
        Action withoutTheContraction = () => _ = new MrrMovements(tally);
        withoutTheContraction.Should().Throw<InvalidOperationException>().WithMessage("*100*90*");
    }

    [Test]
    public void Constructor_CustomersThatDoNotAddUp_IsRefused()
    {
        MrrTally tally = new();
        tally.AddEnds(Paying(0), Churned);
        Action withoutTheChurn = () => _ = new MrrMovements(tally);
        withoutTheChurn.Should().Throw<InvalidOperationException>();
    }

    [Test]
    public void FromPositions_ListsOfDifferentLength_AreRefused()
    {
        Action act = () => MrrMovements.FromPositions([Never], []);
        act.Should().Throw<ArgumentException>().WithParameterName("closing");
    }

    [Test]
    public void FromPositions_PaidOnceAndNeverPaidLater_IsRefused()
    {
        Action act = () => MrrMovements.FromPositions([Paying(1)], [Never]);
        act.Should().Throw<ArgumentException>().WithParameterName("closing");
    }

    [TestCase(-0.01)]
    [TestCase(10_000_000_000_001)]
    public void Position_AmountOutsideItsRange_IsRefused(double amount)
    {
        Action asMrr = () => Paying((decimal)amount);
        Action onHold = () => OnHold((decimal)amount);
        asMrr.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("mrr");
        onHold.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pausedMrr");
    }

    [TestCase(CustomerStanding.NeverPaid)]
    [TestCase(CustomerStanding.Churned)]
    public void Position_MoneyOfSomebodyWhoIsNoCustomer_IsRefused(CustomerStanding standing)
    {
        Action act = () => _ = new MrrPosition(standing, 1);
        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void Position_UnknownStanding_IsRefused()
    {
        Action act = () => _ = new MrrPosition((CustomerStanding)9, 0);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standing");
    }

    private static MrrPosition Paying(decimal mrr) => new(CustomerStanding.Active, mrr);

    private static MrrPosition OnHold(decimal mrr) => new(CustomerStanding.Active, 0, mrr);
}
