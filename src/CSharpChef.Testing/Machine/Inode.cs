using System.Text;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>A file, directory or symbolic link. Two paths with the same inode are hard links of each other.</summary>
internal sealed class Inode(InodeKind kind, Permissions mode)
{
    private static readonly Permissions DirectoryMode = Permissions.Parse("0755");
    private static readonly Permissions FileMode = Permissions.Parse("0644");
    private static readonly Permissions LinkMode = Permissions.Parse("0777");

    public InodeKind Kind { get; } = kind;

    public Permissions Mode { get; set; } = mode;

    public int Uid { get; set; }

    public int Gid { get; set; }

    public byte[] Content { get; init; } = [];

    /// <summary>The target of a symbolic link.</summary>
    public string Target { get; init; } = "";

    public string Text => Encoding.UTF8.GetString(Content);

    public static Inode Directory() => new(InodeKind.Directory, DirectoryMode);

    public static Inode File(byte[] content) => new(InodeKind.File, FileMode) { Content = content };

    public static Inode Link(string target) => new(InodeKind.Link, LinkMode) { Target = target };

    /// <summary>A new inode with other content and the same permissions.</summary>
    public Inode With(byte[] content) => new(Kind, Mode) { Uid = Uid, Gid = Gid, Content = content };
}
