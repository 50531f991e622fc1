using System.Globalization;
using System.Text;
using CxMetrics.Ingestion.Tests.Support;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Tests.Validation;

public class WholeNumberTests
{
    [TestCase("8", 8)]
    [TestCase("8.0", 8)]
    [TestCase("8e0", 8)]
    [TestCase("80e-1", 8)]
    [TestCase("0.8E1", 8)]
    [TestCase("0.08e+2", 8)]
    [TestCase("1.20e1", 12)]
    [TestCase("100", 100)]
    [TestCase("-3", -3)]
    [TestCase("-0", 0)]
    [TestCase("0e400", 0)]
    [TestCase("0.000", 0)]
    [TestCase("08", 8)]
    [TestCase("2147483647", 2147483647)]
    public void Parse_WholeNumberInAnyNotation_IsExact(string text, int expected)
    {
        WholeNumber.Parse(Encoding.ASCII.GetBytes(text), out int value).Should().Be(WholeNumberKind.Whole);
        value.Should().Be(expected);
    }

    [TestCase("8.5", nameof(WholeNumberKind.Fraction))]
    [TestCase("1e-400", nameof(WholeNumberKind.Fraction))]
    [TestCase("85e-1", nameof(WholeNumberKind.Fraction))]
    [TestCase("0.85e1", nameof(WholeNumberKind.Fraction))]
    [TestCase("1e400", nameof(WholeNumberKind.Huge))]
    [TestCase("1e99999999999999999999", nameof(WholeNumberKind.Huge))]
    [TestCase("1e4294967296", nameof(WholeNumberKind.Huge))]
    [TestCase("1e3000000000", nameof(WholeNumberKind.Huge))]
    [TestCase("1e-4294967296", nameof(WholeNumberKind.Fraction))]
    [TestCase("2147483648", nameof(WholeNumberKind.Huge))]
    [TestCase("99999999999999999999999999", nameof(WholeNumberKind.Huge))]
    [TestCase("", nameof(WholeNumberKind.NotANumber))]
    [TestCase("x", nameof(WholeNumberKind.NotANumber))]
    [TestCase("8,0", nameof(WholeNumberKind.NotANumber))]
    [TestCase("8.", nameof(WholeNumberKind.NotANumber))]
    [TestCase(".5", nameof(WholeNumberKind.NotANumber))]
    [TestCase("8e", nameof(WholeNumberKind.NotANumber))]
    [TestCase("8e+", nameof(WholeNumberKind.NotANumber))]
    [TestCase("NaN", nameof(WholeNumberKind.NotANumber))]
    [TestCase("0x8", nameof(WholeNumberKind.NotANumber))]
    [TestCase("8 9", nameof(WholeNumberKind.NotANumber))]
    public void Parse_AnythingElse_SaysWhatItIs(string text, string expected) =>
        WholeNumber.Parse(Encoding.ASCII.GetBytes(text), out _).ToString().Should().Be(expected);

    [Test]
    public void Parse_EveryInteger_ComesBack() =>
        Generated.AssertAll(
            (int number) =>
            {
                byte[] text = Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
                return WholeNumber.Parse(text, out int value) == WholeNumberKind.Whole && value == number;
            }
        );
}
