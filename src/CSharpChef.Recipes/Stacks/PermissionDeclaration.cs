namespace CSharpChef.Recipes;

/// <summary>The permissions of a user on a stack.</summary>
public sealed class PermissionDeclaration : Declaration
{
    internal PermissionDeclaration(string user, SourceLocation at)
        : base(user, at)
    {
    }

    /// <summary>
    /// The level: <c>deny</c>, <c>iam_only</c> (the permissions of the user's role, the default), <c>show</c>,
    /// <c>deploy</c> or <c>manage</c>.
    /// </summary>
    public string? Level { get => Get<string>(); set => Put(value); }

    /// <summary>Whether the user may log in to the stack's machines. Default false.</summary>
    public bool? AllowSsh { get => Get<bool?>(); set => Put(value); }

    /// <summary>Whether the user may use sudo on the stack's machines. Default false.</summary>
    public bool? AllowSudo { get => Get<bool?>(); set => Put(value); }
}
