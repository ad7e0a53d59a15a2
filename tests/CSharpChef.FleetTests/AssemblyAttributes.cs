using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;
using Xunit.Sdk;
using Xunit.v3;

[assembly: WholeSuite]
[assembly: AssemblyFixture(typeof(Fleet))]
[assembly: AssemblyFixture(typeof(SharedPostgres))]

// All tests share the instances, and some reset or kill one.
[assembly: Parallelization(Mode = ParallelMode.None)]
