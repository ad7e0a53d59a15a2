namespace CSharpChef.Testing;

/// <summary>A line of <c>/etc/passwd</c> with its password from <c>/etc/shadow</c>.</summary>
internal sealed class UserAccount(string name)
{
    /// <summary>The field of an account that never got one.</summary>
    public const string NoPassword = "!";

    public string Name { get; } = name;

    public int Uid { get; set; }

    public int Gid { get; set; }

    public string Home { get; set; } = $"/home/{name}";

    public string Shell { get; set; } = "/bin/sh";

    public string Comment { get; set; } = "";

    /// <summary>The hash; a <c>!</c> before it locks it.</summary>
    public string Password { get; set; } = NoPassword;

    public bool Locked => Password.StartsWith('!');
}
