using System.Text;

namespace CSharpChef.Testing;

/// <summary>What is at a path. Two paths of one inode are hard links of each other.</summary>
internal sealed class Inode(InodeKind kind, Permissions mode)
{
    public InodeKind Kind { get; } = kind;

    public Permissions Mode { get; set; } = mode;

    public int Uid { get; set; }

    public int Gid { get; set; }

    public byte[] Content { get; init; } = [];

    /// <summary>What a symbolic link points to.</summary>
    public string Target { get; init; } = "";

    public string Text => Encoding.UTF8.GetString(Content);

    public static Inode Directory() => new(InodeKind.Directory, new Permissions(0x1ED));

    public static Inode File(byte[] content) => new(InodeKind.File, new Permissions(0x1A4)) { Content = content };

    public static Inode Link(string target) => new(InodeKind.Link, new Permissions(0x1FF)) { Target = target };

    /// <summary>A new inode with the same permissions, as a renamed new file has.</summary>
    public Inode With(byte[] content) => new(Kind, Mode) { Uid = Uid, Gid = Gid, Content = content };
}
