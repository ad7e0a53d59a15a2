using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Runs;

/// <summary>Lost connections of the built-in client.</summary>
[Collection(FleetCollectionFactory.LostMachines)]
public sealed class BuiltinLostConnectionTests(Fleet fleet) : LostConnectionTests(fleet, Transport.Builtin);
