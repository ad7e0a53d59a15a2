using Xunit.v3;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// The collections of test classes, which run beside each other: those that take the <see cref="Fleet"/>, which share
/// its instances and may reset or kill one; those that name a collection; and all others. Within a collection, tests
/// run one after another.
/// </summary>
internal sealed class FleetCollectionFactory(IXunitTestAssembly assembly) : TestCollectionFactoryBase(assembly)
{
    /// <summary>The cases on a real node, which has no other tests.</summary>
    public const string Cases = "cases on a real node";

    /// <summary>The calls of all operations by the clients of AWS, each with a server of its own.</summary>
    public const string AwsClients = "calls by the clients of AWS";

    private readonly XunitTestCollection fleetTests = new(assembly, null, false, "tests that take the fleet");
    private readonly XunitTestCollection otherTests = new(assembly, null, false, "tests without the fleet");

    public override string DisplayName => "tests with and without the fleet";

    protected override IXunitTestCollection GetDefaultTestCollection(Type testClass) =>
        TakesFleet(testClass) ? fleetTests : otherTests;

    private static bool TakesFleet(Type testClass) => testClass.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => parameter.ParameterType == typeof(Fleet));
}
