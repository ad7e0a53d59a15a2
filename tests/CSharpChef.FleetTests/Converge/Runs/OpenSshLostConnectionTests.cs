using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Runs;

/// <summary>Lost connections of the user's ssh.</summary>
[Collection(FleetCollectionFactory.LostMachines)]
public sealed class OpenSshLostConnectionTests(Fleet fleet) : LostConnectionTests(fleet, Transport.OpenSsh);
