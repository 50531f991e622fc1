using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Ingestion.Tests.Support;

/// <summary>Checks a statement on many generated values, from an ordinary test.</summary>
internal static class Generated
{
    public static void AssertAll<T>(Func<T, bool> statement, int times = 100) =>
        Prop.ForAll(statement).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    public static void AssertAll<T1, T2>(Func<T1, T2, bool> statement, int times = 100) =>
        Prop.ForAll(statement).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    public static void AssertAll<T1, T2, T3>(Func<T1, T2, T3, bool> statement, int times = 100) =>
        Prop.ForAll(statement).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
