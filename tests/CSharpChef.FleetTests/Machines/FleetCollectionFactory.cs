using Xunit.v3;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// The collections of test classes, which run beside each other: those that name a collection; of the others, those
/// that take the <see cref="Fleet"/>, which share its first instances and may reset or kill one; and the rest. Within
/// a collection, tests run one after another.
/// </summary>
internal sealed class FleetCollectionFactory(IXunitTestAssembly assembly) : TestCollectionFactoryBase(assembly)
{
    /// <summary>The tests that take the fleet.</summary>
    public const string FleetTests = "tests that take the fleet";

    /// <summary>The tests that neither name a collection nor take the fleet.</summary>
    public const string OtherTests = "tests without the fleet";

    /// <summary>The cases on a real node, which has no other tests.</summary>
    public const string Cases = "cases on a real node";

    /// <summary>The calls of all operations by the clients of AWS, each with a server of its own.</summary>
    public const string AwsClients = "calls by the clients of AWS";

    /// <summary>The machines that the local provider starts, which share a bridge.</summary>
    public const string LocalMachines = "machines of the local provider";

    /// <summary>The registered machines of a stack: the instances from <see cref="Fleet.RegisteredNode"/> on.</summary>
    public const string RegisteredMachines = "registered machines";

    /// <summary>The instances whose connection or power is cut.</summary>
    public const string LostMachines = "machines that are cut off";

    /// <summary>The packages of an instance that has no other tests.</summary>
    public const string Packages = "packages of an instance";

    /// <summary>Servers that are killed or lose their databases.</summary>
    public const string KilledServers = "servers that are killed";

    private readonly XunitTestCollection fleetTests = new(assembly, null, false, FleetTests);
    private readonly XunitTestCollection otherTests = new(assembly, null, false, OtherTests);

    public override string DisplayName => "tests with and without the fleet";

    protected override IXunitTestCollection GetDefaultTestCollection(Type testClass) =>
        TakesFleet(testClass) ? fleetTests : otherTests;

    private static bool TakesFleet(Type testClass) => testClass.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => parameter.ParameterType == typeof(Fleet));
}
