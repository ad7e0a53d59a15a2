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
        }
        : new FakeFile(path, false);

    /// <summary>The current state of the directory at a path.</summary>
    public FakeDirectory Directory(string path) => Machine.Files.Find(path) is { Kind: InodeKind.Directory } directory
        ? new FakeDirectory(path, true)
        {
            Mode = $"{directory.Mode}",
            Owner = Owner(directory),
            Group = Group(directory),
        }
        : new FakeDirectory(path, false);

    /// <summary>The current state of the symbolic link at a path.</summary>
    public FakeLink Link(string path) => Machine.Files.Find(path, follow: false) is { Kind: InodeKind.Link } link
        ? new FakeLink(path, true, link.Target)
        : new FakeLink(path, false, "");

    /// <summary>The current state of a package.</summary>
    public FakePackage Package(string name) => new(name, Machine.Packages.Version(name));

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
        }
        : new FakeUser(name, false);

    /// <summary>The current state of a group.</summary>
    public FakeGroup Group(string name) => Machine.Accounts.Group(name) is { } group
        ? new FakeGroup(name, true) { Gid = group.Gid, Members = [.. group.Members] }
        : new FakeGroup(name, false);

    private string Owner(Inode inode) => Machine.Accounts.UserName(inode.Uid);

    private string Group(Inode inode) => Machine.Accounts.GroupName(inode.Gid);
}
