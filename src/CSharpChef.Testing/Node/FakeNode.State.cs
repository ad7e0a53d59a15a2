namespace CSharpChef.Testing;

// Reads the state of the machine after a run.
public sealed partial class FakeNode
{
    /// <summary>
    /// The commands that <c>Execute</c> and <c>Script</c> ran, in order: the text of a command, the name of a script.
    /// </summary>
    public IReadOnlyList<string> Commands => [.. Machine.Commands.Ran];

    /// <summary>The current state of the file at a path.</summary>
    /// <example><code>node.File("/etc/motd").ShouldContain("Welcome");</code></example>
    public FakeFile File(string path) => Machine.Files.Find(path) is { Kind: InodeKind.File } file
        ? new FakeFile(path, true)
        {
            Content = file.Text,
            Mode = $"{file.Mode}",
            Owner = Owner(file),
            Group = Group(file),
            RunFailure = Machine.RunFailure,
        }
        : new FakeFile(path, false) { RunFailure = Machine.RunFailure };

    /// <summary>The current state of the directory at a path.</summary>
    public FakeDirectory Directory(string path) => Machine.Files.Find(path) is { Kind: InodeKind.Directory } directory
        ? new FakeDirectory(path, true)
        {
            Mode = $"{directory.Mode}",
            Owner = Owner(directory),
            Group = Group(directory),
            RunFailure = Machine.RunFailure,
        }
        : new FakeDirectory(path, false) { RunFailure = Machine.RunFailure };

    /// <summary>The current state of the symbolic link at a path.</summary>
    public FakeLink Link(string path)
    {
        var link = Machine.Files.Find(path, follow: false) is { Kind: InodeKind.Link } found ? found : null;
        return new FakeLink(path, link is not null, link?.Target ?? "") { RunFailure = Machine.RunFailure };
    }

    /// <summary>The current state of a package.</summary>
    public FakePackage Package(string name) =>
        new(name, Machine.Packages.Version(name)) { RunFailure = Machine.RunFailure };

    /// <summary>The current state of a service.</summary>
    public FakeService Service(string name)
    {
        var unit = Machine.Services.Find(name);
        return new FakeService(name, Machine.Services.Exists(name))
        {
            Running = unit.Running,
            Enabled = unit.Enabled,
            Masked = unit.Masked,
            Restarts = unit.Restarts,
            Reloads = unit.Reloads,
            RunFailure = Machine.RunFailure,
        };
    }

    /// <summary>The current state of a user account.</summary>
    public FakeUser User(string name) => Machine.Accounts.User(name) is { } user
        ? new FakeUser(name, true)
        {
            Uid = user.Uid,
            Group = Machine.Accounts.GroupName(user.Gid),
            Groups = [.. Machine.Accounts.Groups.Where(group => group.Gid != user.Gid && group.Members.Contains(name))
                .Select(group => group.Name)],
            Home = user.Home,
            Shell = user.Shell,
            Comment = user.Comment,
            PasswordHash = user.Password,
            Locked = user.Locked,
            RunFailure = Machine.RunFailure,
        }
        : new FakeUser(name, false) { RunFailure = Machine.RunFailure };

    /// <summary>The current state of a group.</summary>
    public FakeGroup Group(string name) => Machine.Accounts.Group(name) is { } group
        ? new FakeGroup(name, true)
        {
            Gid = group.Gid,
            Members = [.. group.Members],
            RunFailure = Machine.RunFailure,
        }
        : new FakeGroup(name, false) { RunFailure = Machine.RunFailure };

    private string Owner(Inode inode) => Machine.Accounts.UserName(inode.Uid);

    private string Group(Inode inode) => Machine.Accounts.GroupName(inode.Gid);
}
