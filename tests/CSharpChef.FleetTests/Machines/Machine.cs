using CSharpChef.Converge;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.FleetTests.Machines;

/// <summary>Ways to an instance for the engine, with a cache of facts of the tests' own.</summary>
internal static class Machine
{
    private static readonly FactsCache Facts = new(Directory.CreateTempSubdirectory("csharpchef-facts-").FullName);

    public static SessionOptions Session => new(new SshOptions { ConfigFile = Fleet.SshConfig }, Facts);

    public static Target Target(int instance, string user = "root") => new(Fleet.Name(instance)) { User = user };

    public static RealNodeSession Link(
        int instance,
        ConvergeMode mode,
        CancellationToken ct,
        string user = "root",
        Func<SessionOptions, SessionOptions>? change = null) =>
        new(Target(instance, user), change?.Invoke(Session) ?? Session, mode, ct);
}
