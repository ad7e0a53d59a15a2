namespace CSharpChef.Testing;

/// <summary>A line of <c>/etc/passwd</c>, with the password field of <c>/etc/shadow</c>.</summary>
internal sealed class UserAccount(string name)
{
    /// <summary>The password field of an account without a password.</summary>
    public const string NoPassword = "!";

    public string Name { get; } = name;

    public int Uid { get; set; }

    public int Gid { get; set; }

    public string Home { get; set; } = $"/home/{name}";

    public string Shell { get; set; } = "/bin/sh";

    public string Comment { get; set; } = "";

    /// <summary>The hash; a <c>!</c> before it locks the password.</summary>
    public string Password { get; set; } = NoPassword;

    public bool Locked => Password.StartsWith('!');
}
