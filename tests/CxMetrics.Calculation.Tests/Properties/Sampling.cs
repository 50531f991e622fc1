using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>Runs a property on random inputs and fails with the smallest input that breaks it.</summary>
/// <remarks>Called from plain tests: NUnit's analyzers take a test method with parameters and FsCheck's attribute for a mistake.</remarks>
public static class Sampling
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(300);

    public static void ForAll<T>(Arbitrary<T> input, Action<T> property) =>
        Prop.ForAll(input, property).Check(Settings);

    public static void ForAll<T1, T2>(Arbitrary<T1> first, Arbitrary<T2> second, Action<T1, T2> property) =>
        Prop.ForAll(first, second, property).Check(Settings);

    public static void ForAll<T1, T2, T3>(
        Arbitrary<T1> first,
        Arbitrary<T2> second,
        Arbitrary<T3> third,
        Action<T1, T2, T3> property
    ) => Prop.ForAll(first, second, third, property).Check(Settings);
}
