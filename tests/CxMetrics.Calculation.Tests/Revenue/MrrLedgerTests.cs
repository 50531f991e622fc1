using CxMetrics.Calculation.Revenue;
using static CxMetrics.Calculation.Revenue.SubscriptionStatus;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class MrrLedgerTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly February = new(2026, 2, 1);
    private static readonly DateOnly March = new(2026, 3, 1);

    [Test]
    public void Movements_FirstPayment_IsNew() =>
        InFebruary(Change(1, 1, "02-10", Active, 50)).New.Should().Be(new MrrMovementTotal(1, 50));

    [Test]
    public void Movements_TrialThatConverts_IsNewAtThePayment()
    {
        MrrLedger ledger = MrrLedger.FromChanges([Change(1, 1, "01-10", Trial, 50), Change(1, 1, "02-10", Active, 50)]);
        ledger.Movements(January, February).ClosingCustomers.Should().Be(0);
        ledger.Movements(February, March).New.Should().Be(new MrrMovementTotal(1, 50));
    }

    [Test]
    public void Movements_FreePlanBeforeAnyPayment_MakesNoCustomer() =>
        InFebruary(Change(1, 1, "02-10", Active, 0)).ClosingCustomers.Should().Be(0);

    [Test]
    public void Movements_OneOfSeveralSubscriptionsCancelled_IsContraction()
    {
        MrrMovements movements = InFebruary(
            Change(1, 1, "01-01", Active, 50),
            Change(1, 2, "01-01", Active, 30),
            Change(1, 2, "02-10", Cancelled)
        );
        movements.Contraction.Should().Be(new MrrMovementTotal(1, 30));
        movements.Churn.Count.Should().Be(0);
    }

    [Test]
    public void Movements_LastSubscriptionCancelled_IsChurn() =>
        InFebruary(Change(1, 1, "01-01", Active, 50), Change(1, 1, "02-10", Cancelled))
            .Churn.Should()
            .Be(new MrrMovementTotal(1, 50));

    [Test]
    public void Movements_BackAfterChurn_IsReactivationAndNeverNew()
    {
        MrrMovements movements = InFebruary(
            Change(1, 1, "01-01", Active, 50),
            Change(1, 1, "01-20", Cancelled),
            Change(1, 2, "02-10", Active, 70)
        );
        movements.Reactivation.Should().Be(new MrrMovementTotal(1, 70));
        movements.New.Count.Should().Be(0);
    }

    [Test]
    public void Movements_BackOnAFreePlan_IsBackWithTheFirstPayment()
    {
        MrrMovements movements = InFebruary(
            Change(1, 1, "01-01", Active, 50),
            Change(1, 1, "01-20", Cancelled),
            Change(1, 1, "02-05", Active, 0),
            Change(1, 1, "02-10", Active, 20)
        );
        movements.Reactivation.Should().Be(new MrrMovementTotal(1, 20));
        movements.Expansion.Count.Should().Be(0);
    }

    [Test]
    public void Movements_MoveToAnotherPlanOnOneDay_IsNettedInEitherOrder()
    {
        SubscriptionChange start = Change(1, 1, "01-01", Active, 50);
        SubscriptionChange end = Change(1, 1, "02-10", Cancelled);
        SubscriptionChange other = Change(1, 2, "02-10", Active, 80);
        foreach (MrrMovements movements in new[] { InFebruary(start, end, other), InFebruary(other, end, start) })
        {
            movements.Expansion.Should().Be(new MrrMovementTotal(1, 30));
            movements.Churn.Count.Should().Be(0);
            movements.Reactivation.Count.Should().Be(0);
        }
    }

    [Test]
    public void Movements_SeveralChangesOfOneSubscriptionOnOneDay_TakeTheLast() =>
        InFebruary(Change(1, 1, "02-10", Active, 50), Change(1, 1, "02-10", Active, 60)).Closing.Should().Be(60);

    [Test]
    public void Movements_FreePlanAfterPaying_IsContractionToNothingOfALogoThatStays()
    {
        MrrMovements movements = InFebruary(Change(1, 1, "01-01", Active, 50), Change(1, 1, "02-10", Active, 0));
        movements.Contraction.Should().Be(new MrrMovementTotal(1, 50));
        movements.ClosingCustomers.Should().Be(1);
    }

    [Test]
    public void Movements_PauseAndResume_MoveOnTheirOwn()
    {
        MrrMovements movements = InFebruary(
            Change(1, 1, "01-01", Active, 50),
            Change(1, 1, "02-10", Paused),
            Change(1, 1, "02-20", Active, 50)
        );
        movements.Pause.Should().Be(new MrrMovementTotal(1, 50));
        movements.Resume.Should().Be(new MrrMovementTotal(1, 50));
        movements.Churn.Count.Should().Be(0);
        movements.Closing.Should().Be(50);
    }

    [Test]
    public void Movements_PauseThatRunsOut_IsChurnAtTheEndOfTheGrace()
    {
        MrrLedger ledger = MrrLedger.FromChanges([Change(1, 1, "01-01", Active, 50), Change(1, 1, "01-10", Paused)]);
        MrrMovement[] movements = [.. ledger.ListMovements(new(2026, 4, 10), new(2026, 4, 11))];
        movements
            .Should()
            .Equal(
                new MrrMovement(1, new(2026, 4, 10), MrrMovementKind.Churn, 50),
                new MrrMovement(1, new(2026, 4, 10), MrrMovementKind.Resume, 50)
            );
        ledger.Logos(January, new(2026, 4, 10)).Losses.Total.Should().Be(0);
    }

    [Test]
    public void Movements_ResumedOnTheLastDayOfTheGrace_IsNoChurn()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "01-01", Active, 50),
            Change(1, 1, "01-10", Paused),
            Change(1, 1, "04-10", Active, 50),
        ]);
        ledger.Movements(February, new(2026, 12, 31)).Churn.Count.Should().Be(0);
    }

    [Test]
    public void Movements_ResumedBeforeTheGraceEnds_ForgetsTheOldPause()
    {
        MrrLedger ledger = MrrLedger.FromChanges(
            [
                Change(1, 1, "01-01", Active, 50),
                Change(1, 1, "01-10", Paused),
                Change(1, 1, "01-15", Active, 50),
                Change(1, 1, "02-05", Paused),
            ],
            pauseGraceDays: 30
        );
        ledger.ListMovements(February, March).Should().ContainSingle().Which.Kind.Should().Be(MrrMovementKind.Pause);
        ledger.Movements(March, new(2026, 3, 8)).Churn.Count.Should().Be(1);
    }

    [Test]
    public void Movements_PausedAgainWhileOnHold_CountsFromTheFirstPause()
    {
        MrrLedger ledger = MrrLedger.FromChanges(
            [Change(1, 1, "01-01", Active, 50), Change(1, 1, "01-10", Paused), Change(1, 1, "02-01", Paused)],
            pauseGraceDays: 30
        );
        ledger.Movements(February, new(2026, 2, 10)).Churn.Should().Be(new MrrMovementTotal(1, 50));
    }

    [Test]
    public void Movements_PauseOfWhatIsNotRunning_IsLeftOut() =>
        InFebruary(Change(1, 1, "02-10", Paused, 50)).ClosingCustomers.Should().Be(0);

    [Test]
    public void Movements_ReversalWithinThePeriod_IsSeenByEventsAndNotFromPointToPoint()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "01-01", Active, 100),
            Change(1, 1, "02-05", Active, 60),
            Change(1, 1, "02-20", Active, 100),
            Change(2, 1, "01-01", Active, 100),
        ]);

        MrrMovements events = ledger.Movements(February, March);
        MrrMovements ends = ledger.PointToPointMovements(February, March);

        events.Contraction.Amount.Should().Be(40);
        events.Expansion.Amount.Should().Be(40);
        ends.Contraction.Amount.Should().Be(0);
        CustomerFlows flows = ledger.Flows(February, March);
        GrossRevenueRetention.FromAccounts(flows.Start.Span, flows.End.Span).Value.Should().Be(1);
        RevenueChurn.GrossFromMovements(flows.Start.Span, flows.Losses.Span).Value.Should().BeApproximately(0.2, 1e-15);
    }

    [Test]
    public void PointToPointMovements_LeftAndBackWithin_IsRetained()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "01-01", Active, 100),
            Change(1, 1, "02-05", Cancelled, reason: LossReason.Voluntary),
            Change(1, 1, "02-20", Active, 90),
        ]);
        ledger.PointToPointMovements(February, March).Contraction.Should().Be(new MrrMovementTotal(1, 10));
        ledger.Movements(February, March).Reactivation.Should().Be(new MrrMovementTotal(1, 90));
        ledger.Logos(February, March).Should().Be(new LogoCounts(1, new LossCounts(0, 0, 0), 1, 0));
    }

    [Test]
    public void Logos_LossesByReason_AddUpToThoseWhoAreGone()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "01-01", Active, 10),
            Change(1, 1, "02-05", Cancelled, reason: LossReason.Voluntary),
            Change(2, 1, "01-01", Active, 10),
            Change(2, 1, "02-05", Cancelled, reason: LossReason.Involuntary),
            Change(3, 1, "01-01", Active, 10),
            Change(3, 1, "02-05", Cancelled),
            Change(4, 1, "01-01", Active, 10),
            Change(5, 1, "02-05", Active, 10),
            Change(6, 1, "02-05", Active, 10),
            Change(6, 1, "02-15", Cancelled),
        ]);
        ledger.Logos(February, March).Should().Be(new LogoCounts(4, new LossCounts(1, 1, 1), 3, 2));
    }

    [Test]
    public void Logos_TrialEndedOnTheDayOfTheChurn_KeepsTheReason()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "01-01", Active, 10),
            Change(1, 2, "01-01", Trial),
            Change(1, 1, "02-05", Cancelled, reason: LossReason.Involuntary),
            Change(1, 2, "02-05", Cancelled),
        ]);
        ledger.Logos(February, March).Losses.Should().Be(new LossCounts(0, 1, 0));
    }

    [Test]
    public void EarlyChurn_SomeTooYoung_TakesTheOthersAndSaysSo()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            Change(1, 1, "02-01", Active, 10),
            Change(1, 1, "03-02", Cancelled),
            Change(2, 1, "02-01", Active, 10),
            Change(2, 1, "03-03", Cancelled),
            Change(3, 1, "02-20", Active, 10),
            Change(3, 1, "02-21", Cancelled),
        ]);

        Estimate provisional = ledger.EarlyChurn(February, March, observedTo: new(2026, 3, 15));
        Estimate mature = ledger.EarlyChurn(February, March, observedTo: new(2026, 3, 22));

        provisional.SampleSize.Should().Be(2);
        provisional.Value.Should().Be(0.5);
        provisional.Caveats.Should().Be(Caveats.Provisional);
        mature.SampleSize.Should().Be(3);
        mature.Value.Should().BeApproximately(2 / 3.0, 1e-15);
        mature.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void EarlyChurn_NobodyJoined_IsNone() =>
        MrrLedger.FromChanges([]).EarlyChurn(February, March, March).Should().Be(Estimate.None);

    [Test]
    public void Flows_GoldenExample_GiveEveryRate()
    {
        CustomerFlows flows = MrrLedger
            .FromChanges([
                Change('A', 1, "01-01", Active, 100),
                Change('A', 1, "02-05", Active, 120),
                Change('B', 1, "01-01", Active, 200),
                Change('C', 1, "01-01", Active, 50),
                Change('C', 1, "02-05", Cancelled),
                Change('D', 1, "01-01", Active, 150),
                Change('D', 1, "02-05", Active, 100),
                Change('E', 1, "02-05", Active, 80),
                Change('F', 1, "01-01", Active, 40),
                Change('F', 1, "01-15", Cancelled),
                Change('F', 1, "02-05", Active, 60),
            ])
            .Flows(February, March);

        flows.Customers.Should().Equal('A', 'B', 'C', 'D', 'E', 'F');
        NetRevenueRetention.FromAccounts(flows.Start.Span, flows.End.Span).Value.Should().BeApproximately(0.84, 1e-15);
        GrossRevenueRetention.FromAccounts(flows.Start.Span, flows.End.Span).Value.Should().BeApproximately(0.8, 1e-15);
        RevenueChurn.GrossFromMovements(flows.Start.Span, flows.Losses.Span).Value.Should().BeApproximately(0.2, 1e-15);
        RevenueChurn
            .NetCreditingReactivation(flows.Start.Span, flows.End.Span, flows.Reactivated.Span)
            .Value.Should()
            .BeApproximately(0.04, 1e-15);
        QuickRatio.FromCustomers(flows.Gains.Span, flows.Losses.Span).Value.Should().BeApproximately(1.6, 1e-15);
        double[] gains = [.. flows.Gains.ToArray().Zip(flows.Reactivations.ToArray(), (all, back) => all - back)];
        QuickRatio.FromCustomers(gains, flows.Losses.Span).Value.Should().BeApproximately(1, 1e-15);
    }

    [Test]
    public void Periods_ThatEndBeforeTheyBegin_AreRefused()
    {
        MrrLedger ledger = MrrLedger.FromChanges([]);
        Action[] calls =
        [
            () => ledger.Movements(March, February),
            () => ledger.PointToPointMovements(March, February),
            () => ledger.ListMovements(March, February),
            () => ledger.Flows(March, February),
            () => ledger.Logos(March, February),
            () => ledger.EarlyChurn(March, February, March),
        ];
        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("to"));
    }

    [Test]
    public void FromChanges_ImpossibleArguments_AreRefused()
    {
        Action grace = () => MrrLedger.FromChanges([], 0);
        Action amount = () => Change(1, 1, "01-01", Active, -1);
        Action days = () => MrrLedger.FromChanges([]).EarlyChurn(February, March, March, 0);
        grace.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pauseGraceDays");
        amount.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("mrr");
        days.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("days");
    }

    [Test]
    public void Change_UnknownStatusOrReason_IsRefused()
    {
        Action status = () => Change(1, 1, "01-01", (SubscriptionStatus)9);
        Action reason = () => Change(1, 1, "01-01", SubscriptionStatus.Cancelled, reason: (LossReason)9);
        status.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
        reason.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("reason");
    }

    [Test]
    public void Movements_PauseAtTheEndOfTime_NeverRunsOut()
    {
        MrrLedger ledger = MrrLedger.FromChanges([
            new SubscriptionChange(1, 1, DateOnly.MaxValue.AddDays(-2), Active, 5),
            new SubscriptionChange(1, 1, DateOnly.MaxValue.AddDays(-1), Paused),
        ]);
        ledger.Movements(January, DateOnly.MaxValue).Pause.Count.Should().Be(1);
    }

    private static MrrMovements InFebruary(params ReadOnlySpan<SubscriptionChange> changes) =>
        MrrLedger.FromChanges(changes).Movements(February, March);

    private static SubscriptionChange Change(
        long customer,
        long subscription,
        string monthAndDay,
        SubscriptionStatus status,
        decimal mrr = 0,
        LossReason reason = LossReason.Unknown
    ) =>
        new(
            customer,
            subscription,
            DateOnly.ParseExact("2026-" + monthAndDay, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            status,
            mrr,
            reason
        );
}
