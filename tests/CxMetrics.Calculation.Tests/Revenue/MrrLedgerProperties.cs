using CxMetrics.Calculation.Revenue;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class MrrLedgerProperties
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Test]
    public void Movements_AnyHistory_LeadFromTheRunningTotalToTheRunningTotal() =>
        ForAll(
            Histories(),
            history =>
            {
                MrrLedger ledger = MrrLedger.FromChanges(history, pauseGraceDays: 1_000);
                (DateOnly from, DateOnly to) = (Start.AddDays(10), Start.AddDays(25));
                foreach (
                    MrrMovements movements in new[]
                    {
                        ledger.Movements(from, to),
                        ledger.PointToPointMovements(from, to),
                    }
                )
                {
                    movements.Opening.Should().Be(RunningTotal(history, from));
                    movements.Closing.Should().Be(RunningTotal(history, to));
                }
            }
        );

    [Test]
    public void Movements_OfAdjacentPeriods_AddUp() =>
        ForAll(
            Histories(),
            history =>
            {
                MrrLedger ledger = MrrLedger.FromChanges(history, pauseGraceDays: 5);
                DateOnly middle = Start.AddDays(17);
                DateOnly end = Start.AddDays(60);
                MrrMovements first = ledger.Movements(Start, middle);
                MrrMovements second = ledger.Movements(middle, end);
                MrrMovements both = ledger.Movements(Start, end);
                first.Closing.Should().Be(second.Opening);
                (first.New.Amount + second.New.Amount).Should().Be(both.New.Amount);
                (first.Churn.Count + second.Churn.Count).Should().Be(both.Churn.Count);
                (first.Pause.Amount + second.Pause.Amount).Should().Be(both.Pause.Amount);
                (first.Contraction.Amount + second.Contraction.Amount).Should().Be(both.Contraction.Amount);
            }
        );

    [Test]
    public void Movements_OtherNumbersForCustomersAndSubscriptions_ChangeNothing() =>
        ForAll(
            Histories(),
            history =>
            {
                SubscriptionChange[] renamed =
                [
                    .. history.Select(change => new SubscriptionChange(
                        1_000_000_007 - (change.Customer * 7919),
                        -change.Subscription,
                        change.Date,
                        change.Status,
                        change.Mrr,
                        change.Reason
                    )),
                ];
                MrrLedger one = MrrLedger.FromChanges(history, pauseGraceDays: 5);
                MrrLedger other = MrrLedger.FromChanges(renamed, pauseGraceDays: 5);
                DateOnly end = Start.AddDays(60);
                other.Movements(Start, end).Should().Be(one.Movements(Start, end));
                other.Logos(Start.AddDays(9), end).Should().Be(one.Logos(Start.AddDays(9), end));
            }
        );

    [Test]
    public void ListMovements_AnyHistory_AddUpToTheMovements() =>
        ForAll(
            Histories(),
            history =>
            {
                MrrLedger ledger = MrrLedger.FromChanges(history, pauseGraceDays: 5);
                (DateOnly from, DateOnly to) = (Start.AddDays(5), Start.AddDays(40));
                IReadOnlyList<MrrMovement> list = ledger.ListMovements(from, to);
                MrrMovements movements = ledger.Movements(from, to);
                Total(list, MrrMovementKind.New).Should().Be(movements.New);
                Total(list, MrrMovementKind.Expansion).Should().Be(movements.Expansion);
                Total(list, MrrMovementKind.Contraction).Should().Be(movements.Contraction);
                Total(list, MrrMovementKind.Churn).Should().Be(movements.Churn);
                Total(list, MrrMovementKind.Reactivation).Should().Be(movements.Reactivation);
                Total(list, MrrMovementKind.Pause).Should().Be(movements.Pause);
                Total(list, MrrMovementKind.Resume).Should().Be(movements.Resume);
                list.Where(movement => movement.Amount < 0).Should().BeEmpty();
            }
        );

    [Test]
    public void Flows_AnyHistory_AgreeWithTheMovements() =>
        ForAll(
            Histories(),
            history =>
            {
                MrrLedger ledger = MrrLedger.FromChanges(history, pauseGraceDays: 5);
                (DateOnly from, DateOnly to) = (Start.AddDays(5), Start.AddDays(40));
                CustomerFlows flows = ledger.Flows(from, to);
                MrrMovements movements = ledger.Movements(from, to);
                Sum(flows.Start).Should().Be((double)movements.Opening);
                Sum(flows.End).Should().Be((double)movements.Closing);
                Sum(flows.Losses).Should().Be((double)(movements.Contraction.Amount + movements.Churn.Amount));
                Sum(flows.Reactivations).Should().Be((double)movements.Reactivation.Amount);
            }
        );

    // Whole amounts, so that sums of doubles are exact.
    private static Arbitrary<SubscriptionChange[]> Histories() =>
        Gen.ListOf(
                from customer in Gen.Choose(1, 3)
                from subscription in Gen.Choose(1, 2)
                from day in Gen.Choose(0, 30)
                from status in Gen.Elements(Enum.GetValues<SubscriptionStatus>())
                from mrr in Gen.Choose(0, 5)
                from reason in Gen.Elements(Enum.GetValues<LossReason>())
                select new SubscriptionChange(customer, subscription, Start.AddDays(day), status, mrr * 10, reason)
            )
            .Select(changes => changes.ToArray())
            .ToArbitrary();

    // What a store that only remembers the latest state of each subscription would say.
    private static decimal RunningTotal(SubscriptionChange[] history, DateOnly before) =>
        history
            .Where(change => change.Date < before)
            .GroupBy(change => (change.Customer, change.Subscription))
            .Sum(changes =>
            {
                SubscriptionChange last = changes.OrderBy(change => change.Date).Last();
                return last.Status == SubscriptionStatus.Active ? last.Mrr : 0;
            });

    private static MrrMovementTotal Total(IReadOnlyList<MrrMovement> list, MrrMovementKind kind) =>
        new(list.Count(movement => movement.Kind == kind), list.Where(m => m.Kind == kind).Sum(m => m.Amount));

    private static double Sum(ReadOnlyMemory<double> column) => column.ToArray().Sum();
}
