using Xunit.Sdk;
using Xunit.v3;

namespace CSharpChef.FleetTests.Machines;

/// <summary>Begins with the collections that take longest, so that none of them runs alone at the end.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order =
    [
        FleetCollectionFactory.FleetTests, FleetCollectionFactory.OtherTests, FleetCollectionFactory.LocalMachines,
        FleetCollectionFactory.Cases, FleetCollectionFactory.KilledServers, FleetCollectionFactory.AwsClients,
        FleetCollectionFactory.LostMachines, FleetCollectionFactory.RegisteredMachines, FleetCollectionFactory.Packages,
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.IndexOf(Order, collection.TestCollectionDisplayName))];
}
