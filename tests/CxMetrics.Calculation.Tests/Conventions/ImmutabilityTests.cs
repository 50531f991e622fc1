using System.Reflection;
using System.Runtime.CompilerServices;

namespace CxMetrics.Calculation.Tests.Conventions;

public sealed class ImmutabilityTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<Type> PublicTypes() => typeof(NetPromoterScore).Assembly.GetExportedTypes();

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_Properties_HaveNoSetterButInit(Type type) =>
        type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Should()
            .BeEmpty();

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_Fields_AreReadOnly(Type type)
    {
        if (type.IsEnum)
        {
            return;
        }

        type.GetFields(Everything).Where(field => !field.IsInitOnly && !field.IsLiteral).Should().BeEmpty();
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
