using System.Globalization;

namespace CSharpChef.Testing;

/// <summary>The users and groups of a machine. A name wins over a number, as with <c>chown</c>.</summary>
internal sealed class Accounts
{
    public List<UserAccount> Users { get; } = [];

    public List<GroupAccount> Groups { get; } = [];

    public UserAccount? User(string name) => Users.Find(user => user.Name == name);

    public GroupAccount? Group(string name) => Groups.Find(group => group.Name == name);

    public GroupAccount? Group(int gid) => Groups.Find(group => group.Gid == gid);

    public int? Uid(string owner) => User(owner)?.Uid ?? Number(owner);

    public int? Gid(string group) => Group(group)?.Gid ?? Number(group);

    public string UserName(int uid) =>
        Users.Find(user => user.Uid == uid)?.Name ?? uid.ToString(CultureInfo.InvariantCulture);

    public string GroupName(int gid) => Group(gid)?.Name ?? gid.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first free number: from 1000 up for people, from 999 down for system accounts.</summary>
    public int FreeUid(bool system) => Free(system, uid => Users.Exists(user => user.Uid == uid));

    public int FreeGid(bool system) => Free(system, gid => Group(gid) is not null);

    private static int Free(bool system, Predicate<int> isTaken)
    {
        var number = system ? 999 : 1000;
        while (isTaken(number))
        {
            number += system ? -1 : 1;
        }

        return number;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
