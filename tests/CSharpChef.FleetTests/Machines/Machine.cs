using CSharpChef.Converge;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.OpenSsh;
using CSharpChef.Converge.Targets;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Creates targets and sessions for the instances of the fleet, with a facts cache that only tests use.
/// </summary>
internal static class Machine
{
    private static readonly FactsCache Facts = new(TemporaryFolder.Create("csharpchef-facts-"));

    public static SessionOptions Session => new(Ssh(Transport.Builtin), Facts);

    public static SshOptions Ssh(Transport transport) => new()
    {
        ConfigFile = Fleet.SshConfig,
        Transport = transport,
        Program = OpenSshProgram.Find(),
    };

    /// <param name="transport">The value of --transport.</param>
    public static SshOptions Ssh(string transport) =>
        Ssh(transport == "openssh" ? Transport.OpenSsh : Transport.Builtin);

    public static Target Target(int instance, string user = "root") => new(Fleet.Name(instance)) { User = user };

    public static RealNodeSession NewSession(
        int instance,
        ConvergeMode mode,
        CancellationToken ct,
        string user = "root",
        Func<SessionOptions, SessionOptions>? change = null) =>
        new(Target(instance, user), change?.Invoke(Session) ?? Session, mode, ct);
}
