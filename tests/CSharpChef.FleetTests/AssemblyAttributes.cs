using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;
using Xunit.v3;

[assembly: WholeSuite]
[assembly: AssemblyFixture(typeof(Fleet))]
[assembly: AssemblyFixture(typeof(SharedPostgres))]
[assembly: CollectionBehavior(typeof(FleetCollectionFactory))]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: Parallelization(MaxThreads = 4)]
