using CxMetrics.Calculation.Revenue;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class CohortTableTests
{
    private static readonly CohortActivity[] Activities =
    [
        new(1, 0, 0),
        new(1, 0, 2),
        new(2, 0, 0),
        new(2, 0, 1),
        new(2, 0, 1),
        new(3, 1, 1),
        new(3, 1, 2),
    ];

    [Test]
    public void FromActivities_SmallTriangle_CountsEachAge()
    {
        CohortTable table = CohortTable.FromActivities(Activities, lastPeriod: 2);

        table.LastPeriod.Should().Be(2);
        table.Cohorts.Select(cohort => (cohort.Period, cohort.Size)).Should().Equal((0, 2), (1, 1));
        table.Cohorts[0].Ages.Should().Equal(new(0, 2, 2, 2), new(1, 2, 1, 2), new CohortAge(2, 2, 1, 1));
        table.Cohorts[1].Ages.Should().Equal(new(0, 1, 1, 1), new CohortAge(1, 1, 1, 1));
        table.PooledByAge.Should().Equal(new(0, 3, 3, 3), new(1, 3, 2, 3), new CohortAge(2, 2, 1, 1));
    }

    [Test]
    public void FromActivities_LaterLastPeriod_AddsAgesWithoutActivity() =>
        CohortTable.FromActivities(Activities, lastPeriod: 3).Cohorts[0].Ages[3].Should().Be(new CohortAge(3, 2, 0, 0));

    [Test]
    public void FromActivities_EarlierLastPeriod_IsTheTableOfThatTime()
    {
        CohortTable table = CohortTable.FromActivities(Activities, lastPeriod: 0);
        table.Cohorts.Should().ContainSingle().Which.Ages.Should().Equal(new CohortAge(0, 2, 2, 2));
    }

    [Test]
    public void FromActivities_None_IsEmpty()
    {
        CohortTable table = CohortTable.FromActivities([], lastPeriod: 5);
        table.Cohorts.Should().BeEmpty();
        table.PooledByAge.Should().BeEmpty();
    }

    [Test]
    public void Rates_OfAnAge_AreSharesWithWilsonLimits()
    {
        CohortAge age = new(2, 15, 9, 10);
        age.Retention().Should().Be(Proportion.FromCounts(9, 15));
        Estimate rolling = age.RollingRetention(0.9, ShareIntervalMethod.ClopperPearson);
        rolling.Interval.Should().Be(Proportion.FromCounts(10, 15, 0.9, ShareIntervalMethod.ClopperPearson).Interval);
        rolling.Caveats.Should().Be(Caveats.Provisional);
        new CohortAge(0, 15, 15, 15).RollingRetention().Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void FromActivities_ExtremePeriods_AreCountedFromTheCohort()
    {
        CohortActivity[] activities =
        [
            new(long.MinValue, int.MinValue, int.MinValue),
            new(1, int.MinValue, -2147483647),
        ];
        CohortTable table = CohortTable.FromActivities(activities, lastPeriod: int.MinValue + 1);
        table.Cohorts.Should().ContainSingle().Which.Ages.Should().Equal(new(0, 2, 1, 2), new CohortAge(1, 2, 1, 1));
    }

    [Test]
    public void FromActivities_ImpossibleActivities_AreRefused()
    {
        Action before = () => CohortTable.FromActivities([new(1, 2, 1)], 5);
        Action twoCohorts = () => CohortTable.FromActivities([new(1, 0, 0), new(1, 1, 1)], 5);
        Action gaps = () => CohortTable.FromActivities([new(1, 202_001, 202_001), new(2, 0, 0)], int.MaxValue);
        before.Should().Throw<ArgumentException>().WithParameterName("activities").WithMessage("*customer 1*");
        twoCohorts.Should().Throw<ArgumentException>().WithParameterName("activities");
        gaps.Should().Throw<ArgumentException>().WithParameterName("activities");
    }

    [Test]
    public void FromActivities_AnyActivities_AddUpAndAgreeWithSets() =>
        ForAll(
            Rows(),
            rows =>
            {
                CohortTable table = CohortTable.FromActivities(rows, lastPeriod: 8);
                foreach (Cohort cohort in table.Cohorts)
                {
                    cohort.Ages.Select(age => age.ActiveNowOrLater).Should().BeInDescendingOrder();
                    cohort.Ages[0].ActiveNowOrLater.Should().Be(cohort.Size);
                    foreach (CohortAge age in cohort.Ages)
                    {
                        int period = cohort.Period + age.Age;
                        CohortActivity[] own = [.. rows.Where(row => row.Cohort == cohort.Period && row.Period <= 8)];
                        age.Active.Should().Be(Customers(own.Where(row => row.Period == period)));
                        age.ActiveNowOrLater.Should().Be(Customers(own.Where(row => row.Period >= period)));
                    }
                }

                foreach (CohortAge pooled in table.PooledByAge)
                {
                    CohortAge[] parts =
                    [
                        .. table
                            .Cohorts.Where(cohort => cohort.Ages.Count > pooled.Age)
                            .Select(c => c.Ages[pooled.Age]),
                    ];
                    pooled.Size.Should().Be(parts.Sum(part => part.Size));
                    pooled.Active.Should().Be(parts.Sum(part => part.Active));
                    pooled.ActiveNowOrLater.Should().Be(parts.Sum(part => part.ActiveNowOrLater));
                }
            }
        );

    [Test]
    public void FromActivities_OtherOrderAndOtherNumbers_ChangeNothing() =>
        ForAll(
            Rows(),
            rows =>
            {
                CohortActivity[] renamed =
                [
                    .. rows.Reverse().Select(row => row with { Customer = 1_000_003 - (row.Customer * 7919) }),
                ];
                CohortTable one = CohortTable.FromActivities(rows, lastPeriod: 8);
                CohortTable other = CohortTable.FromActivities(renamed, lastPeriod: 8);
                other.PooledByAge.Should().Equal(one.PooledByAge);
                other.Cohorts.SelectMany(cohort => cohort.Ages).Should().Equal(one.Cohorts.SelectMany(c => c.Ages));
            }
        );

    // A customer's cohort follows from its number, so that it is in one only; periods reach beyond the last.
    private static Arbitrary<CohortActivity[]> Rows() =>
        Gen.ListOf(
                from customer in Gen.Choose(1, 12)
                from age in Gen.Choose(0, 7)
                select new CohortActivity(customer, customer % 4, (customer % 4) + age)
            )
            .Select(rows => rows.ToArray())
            .ToArbitrary();

    private static long Customers(IEnumerable<CohortActivity> rows) => rows.DistinctBy(row => row.Customer).LongCount();
}
