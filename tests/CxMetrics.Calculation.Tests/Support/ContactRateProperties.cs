using CxMetrics.Calculation.Support;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class ContactRateProperties
{
    private static readonly Arbitrary<CustomerContacts[]> Customers = (
        from length in Gen.Choose(2, 20)
        from customers in Gen.ArrayOf(Customer(), length)
        select customers
    ).ToArbitrary();

    [Test]
    public void FromCustomers_AnyLevel_HoldsTheRateHasAWidthAndWidens() =>
        ForAll(
            Customers,
            Generators.Levels(),
            Generators.Levels(),
            (customers, one, other) =>
            {
                double low = Math.Min(one.Value, other.Value);
                double high = Math.Max(one.Value, other.Value);
                Estimate narrow = ContactRate.FromCustomers(customers, low);
                Estimate wide = ContactRate.FromCustomers(customers, high);
                narrow.ShouldBeSound(0, double.MaxValue, low);
                narrow.Interval!.Value.MarginOfError.Should().BePositive();
                wide.Interval!.Value.ShouldHold(narrow.Interval.Value);
            }
        );

    [Test]
    public void FromCustomers_AnyOrder_IsTheSame() =>
        ForAll(
            Customers,
            SupportGenerators.Seeds(),
            (customers, seed) =>
            {
                CustomerContacts[] shuffled = [.. customers];
                new Random(seed).Shuffle(shuffled);
                Estimate one = ContactRate.FromCustomers(customers);
                Estimate other = ContactRate.FromCustomers(shuffled);
                other.Value.Should().BeApproximately(one.Value!.Value, 1e-12 * one.Value.Value);
                double upper = one.Interval!.Value.Upper;
                other.Interval!.Value.Upper.Should().BeApproximately(upper, 1e-12 * upper);
            }
        );

    // Never narrower than a Poisson count, and never narrower for contacts that come from fewer customers.
    [Test]
    public void FromCustomers_ContactsOfOneCustomer_AreLessCertainThanSpreadOut() =>
        ForAll(
            Gen.Choose(2, 30).ToArbitrary(),
            customers =>
            {
                CustomerContacts[] spread = [.. Enumerable.Repeat(new CustomerContacts(1), customers)];
                CustomerContacts[] piled =
                [
                    new(customers),
                    .. Enumerable.Repeat(new CustomerContacts(0), customers - 1),
                ];
                ContactRate
                    .FromCustomers(piled)
                    .Interval!.Value.ShouldHold(ContactRate.FromCustomers(spread).Interval!.Value);
            }
        );

    private static Gen<CustomerContacts> Customer() =>
        from contacts in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 3), Gen.Choose(0, 1_000_000))
        from exposure in Gen.OneOf(Gen.Constant(1.0), Gen.Choose(1, 100).Select(tenths => tenths / 10.0))
        select new CustomerContacts(contacts, exposure);
}
