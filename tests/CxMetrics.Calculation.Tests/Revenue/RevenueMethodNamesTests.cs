using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class RevenueMethodNamesTests
{
    [Test]
    public void ToShortName_EveryMethod_IsTheNameTheApiSpells()
    {
        Enum.GetValues<NetRetentionIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("fiellerT", "jackknifeT", "deltaT", "deltaZ", "logDeltaT");
        Enum.GetValues<GrossRetentionIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("wilsonKish", "fiellerT", "jackknifeT", "deltaT", "deltaZ", "logDeltaT");
        Enum.GetValues<QuickRatioIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("wilsonKish", "logDeltaT");
        Enum.GetValues<SimpleLifetimeValueMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("logSquareAndAdd", "logDeltaZ", "deltaZ", "churnWilson");
    }
}
