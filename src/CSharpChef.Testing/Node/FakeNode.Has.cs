using System.Globalization;
using System.Text;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

// Sets the state of the machine before a run.
public sealed partial class FakeNode
{
    /// <summary>
    /// Sets a fact by its flat dotted key, such as <c>platform.version</c> or <c>network.interfaces.eth0.mac</c>.
    /// </summary>
    /// <example><code>FakeNode.Debian12().WithFact("hostname", "web1")</code></example>
    public FakeNode WithFact(string key, string value)
    {
        Machine.Facts[key] = value;
        return this;
    }

    /// <summary>Sets a fact that is a number.</summary>
    /// <example><code>FakeNode.Debian12().WithFact("memory.total", 512 * 1024 * 1024)</code></example>
    public FakeNode WithFact(string key, long value) => WithFact(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Sets the machines that the recipe finds with <c>Nodes</c> and <c>Search</c>, which are those of the inventory in
    /// a real run. This node is among them only when the test gives it too. Without a call, a recipe that reads them
    /// fails the test and shows the line to add.
    /// </summary>
    /// <example><code>node.WithNodes(new NodeStub("db1") { Groups = ["db"] });</code></example>
    public FakeNode WithNodes(params NodeStub[] nodes)
    {
        Nodes = nodes;
        return this;
    }

    /// <summary>Adds a file; missing folders are created.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="mode">Permission bits. Default <c>0644</c>.</param>
    /// <param name="owner">The name of an existing user, or a number. Default <c>root</c>.</param>
    /// <param name="group">The name of an existing group, or a number. Default <c>root</c>.</param>
    public FakeNode HasFile(
        string path, string content, string mode = "0644", string owner = "root", string group = "root") =>
        Put(path, WithOwner(Inode.File(Encoding.UTF8.GetBytes(content)), mode, owner, group), follow: true);

    /// <summary>Adds a directory; missing parent folders are created.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="mode">Permission bits. Default <c>0755</c>.</param>
    /// <param name="owner">The name of an existing user, or a number. Default <c>root</c>.</param>
    /// <param name="group">The name of an existing group, or a number. Default <c>root</c>.</param>
    public FakeNode HasDirectory(string path, string mode = "0755", string owner = "root", string group = "root") =>
        Put(path, WithOwner(Inode.Directory(), mode, owner, group), follow: true);

    /// <summary>Adds a symbolic link; missing folders are created. The target need not exist.</summary>
    public FakeNode HasLink(string path, string to) => Put(path, Inode.Link(to), follow: false);

    /// <summary>Adds a service that belongs to no package or file.</summary>
    /// <param name="name">The service's name, without <c>.service</c>.</param>
    /// <param name="running">Whether it runs. Default true.</param>
    /// <param name="enabled">Whether it starts at boot. Default true.</param>
    public FakeNode HasService(string name, bool running = true, bool enabled = true)
    {
        Machine.Services.Add(name, new ServiceUnit { Installed = true, Running = running, Enabled = enabled });
        return this;
    }

    /// <summary>
    /// Adds a user account. Its primary group has the name of the user, and is created when it is missing.
    /// </summary>
    /// <param name="name">The login name.</param>
    /// <param name="uid">User number. Default: the one that a new user gets, from 1000.</param>
    /// <param name="home">Home directory; it is not created. Default <c>/home/NAME</c>.</param>
    /// <param name="shell">Login shell. Default <c>/bin/sh</c>.</param>
    /// <param name="groups">Supplementary groups, created when they are missing. Default none.</param>
    public FakeNode HasUser(
        string name,
        int? uid = null,
        string? home = null,
        string shell = "/bin/sh",
        IReadOnlyList<string>? groups = null)
    {
        var number = uid ?? Machine.Accounts.FreeUid(system: false);
        var user = new UserAccount(name)
        {
            Uid = number,
            Gid = Group(name, number).Gid,
            Home = home ?? $"/home/{name}",
            Shell = shell,
        };
        Machine.Accounts.Users.RemoveAll(other => other.Name == name);
        Machine.Accounts.Users.Add(user);
        return (groups ?? []).Aggregate(this, (node, group) => node.HasGroup(group, null, name));
    }

    /// <summary>Adds a group, or adds members to an existing one.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="gid">Group number. Default: the one that a new group gets, from 1000.</param>
    /// <param name="members">Names of users.</param>
    public FakeNode HasGroup(string name, int? gid = null, params string[] members)
    {
        var group = Group(name, gid);
        group.Members.AddRange(members.Except(group.Members));
        return this;
    }

    /// <summary>
    /// Sets the answer of a command. Guards, <c>Verify</c>, <c>Execute</c> and <c>Query</c> are found by their text, a
    /// <c>Script</c> by its name or code.
    /// </summary>
    /// <example><code>node.OnCommand("psql --version").Returns(0, "16.2\n");</code></example>
    public CommandStub OnCommand(string command) => new(this, answers => Machine.Commands.Answer(command, answers));

    /// <summary>Sets the answer of every command that has no answer of its own.</summary>
    /// <example><code>node.OnAnyCommand().Returns(0);</code></example>
    public CommandStub OnAnyCommand() => new(this, answers => Machine.Commands.Any = answers);

    private GroupAccount Group(string name, int? gid)
    {
        if (Machine.Accounts.Group(name) is { } known)
        {
            known.Gid = gid ?? known.Gid;
            return known;
        }

        var freeGid = gid is { } number && Machine.Accounts.Group(number) is null
            ? number
            : Machine.Accounts.FreeGid(system: false);
        var group = new GroupAccount(name, freeGid);
        Machine.Accounts.Groups.Add(group);
        return group;
    }

    private FakeNode Put(string path, Inode inode, bool follow)
    {
        Machine.Files.MakeDirectories(FileSystem.ParentOf(path));
        var real = Machine.Files.Resolve(path, follow)
            ?? throw new ChefTestException(
                $"{path} cannot be on this fake node: there is a file or a broken link on the way to it");
        Machine.Files.Put(real, inode);
        return this;
    }

    private Inode WithOwner(Inode inode, string mode, string owner, string group)
    {
        inode.Mode = Permissions.Parse(mode);
        inode.Uid = Machine.Accounts.Uid(owner)
            ?? throw new ChefTestException($"this fake node has no user {owner}: write .HasUser(\"{owner}\") before");
        inode.Gid = Machine.Accounts.Gid(group)
            ?? throw new ChefTestException($"this fake node has no group {group}: write .HasGroup(\"{group}\") before");
        return inode;
    }
}
