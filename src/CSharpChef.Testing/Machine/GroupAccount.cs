namespace CSharpChef.Testing;

/// <summary>A line of <c>/etc/group</c>.</summary>
internal sealed class GroupAccount(string name, int gid)
{
    public string Name { get; } = name;

    public int Gid { get; set; } = gid;

    public List<string> Members { get; } = [];
}
