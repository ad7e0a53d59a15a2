using Xunit.v3;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Two collections of test classes, which run beside each other: those that take the <see cref="Fleet"/>, which share
/// its instances and may reset or kill one, and all others. Within a collection, tests run one after another.
/// </summary>
internal sealed class FleetCollectionFactory(IXunitTestAssembly assembly) : TestCollectionFactoryBase(assembly)
{
    private readonly XunitTestCollection fleetTests = new(assembly, null, false, "tests that take the fleet");
    private readonly XunitTestCollection otherTests = new(assembly, null, false, "tests without the fleet");

    public override string DisplayName => "tests with and without the fleet";

    protected override IXunitTestCollection GetDefaultTestCollection(Type testClass) =>
        TakesFleet(testClass) ? fleetTests : otherTests;

    private static bool TakesFleet(Type testClass) => testClass.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => parameter.ParameterType == typeof(Fleet));
}
