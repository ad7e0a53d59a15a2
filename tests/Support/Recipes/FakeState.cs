using System.Security.Cryptography;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Reads the state that a case names from a fake node.</summary>
internal static class FakeState
{
    public static string Text(CaseState state, FakeMachine machine) => string.Concat(
        new[]
        {
            state.Paths.SelectMany(path => PathLines(path, machine, state.Followed.Contains(path))),
            state.Packages.Select(name => $"package {name} {Package(name, machine.Packages)}"),
            state.Services.Select(name => $"service {name} {Service(name, machine.Services)}"),
            state.Users.SelectMany(name => UserLines(name, machine)),
            state.Groups.Select(name => $"group {name} {Group(machine.Accounts.Group(name))}"),
            state.Parameters.Select(path => $"parameter {path} {Words(machine.Files.Find($"/proc/sys/{path}"))}"),
        }
        .SelectMany(lines => lines).Select(line => $"{line}\n"));

    private static IEnumerable<string> PathLines(string path, FakeMachine machine, bool isFollowed)
    {
        var own = machine.Files.Find(path, follow: false);
        if (own is not { Kind: InodeKind.Link })
        {
            return [$"path {path} {Inode(own, machine)}"];
        }

        var target = isFollowed ? machine.Files.Find(path) : null;
        return target is null
            ? [$"path {path} link {own.Target}"]
            : [$"path {path} link {own.Target}", $"target {path} {Inode(target, machine)}"];
    }

    private static string Inode(Inode? inode, FakeMachine machine) => inode switch
    {
        null => "absent",
        { Kind: InodeKind.Directory } => $"directory {Access(inode, machine)}",
        _ => $"file {Access(inode, machine)} {machine.Files.LinksOf(inode)} {Convert.ToHexStringLower(SHA256.HashData(inode.Content))}",
    };

    private static string Access(Inode inode, FakeMachine machine) =>
        $"{inode.Mode} {machine.Accounts.UserName(inode.Uid)} {machine.Accounts.GroupName(inode.Gid)}";

    private static string Package(string name, InstalledPackages packages) =>
        packages.Version(name) is { } version
            ? $"{version}{(packages.IsAutomatic(name) ? " automatic" : "")}{(packages.IsHeld(name) ? " held" : "")}"
            : packages.HasLeftoverConfiguration(name) ? "leftover" : "absent";

    private static string Service(string name, Services services)
    {
        var unit = services.Find(name);
        return services.Exists(name) || unit.Masked
            ? $"{(unit.Running ? "running" : "stopped")} {(unit.Enabled && !unit.Masked ? "enabled" : "disabled")}{(unit.Masked ? " masked" : "")}"
            : "absent";
    }

    private static IEnumerable<string> UserLines(string name, FakeMachine machine)
    {
        if (machine.Accounts.User(name) is not { } user)
        {
            return [$"user {name} absent"];
        }

        var groups = machine.Accounts.Groups.Where(group => group.Members.Contains(name)).Select(group => group.Name);
        return
        [
            $"user {name} {user.Uid} {machine.Accounts.GroupName(user.Gid)} {user.Home} {user.Shell} ({user.Comment}) {user.Password} [{Sorted(groups)}]",
            .. PathLines(user.Home, machine, isFollowed: false),
        ];
    }

    private static string Group(GroupAccount? group) =>
        group is null ? "absent" : $"{group.Gid} [{Sorted(group.Members)}]";

    private static string Words(Inode? parameter) => parameter is null
        ? "absent"
        : string.Join(' ', parameter.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sorted(IEnumerable<string> names) => string.Join(',', names.Order(StringComparer.Ordinal));
}
