namespace CSharpChef.Recipes;

/// <summary>What a user may do with a stack.</summary>
public sealed class PermissionDeclaration : Declaration
{
    internal PermissionDeclaration(string user, SourceLocation at)
        : base(user, at)
    {
    }

    /// <summary>
    /// <c>deny</c>, <c>iam_only</c> (what their role allows, the default), <c>show</c>, <c>deploy</c> or <c>manage</c>.
    /// </summary>
    public string? Level { get => Get<string>(); set => Put(value); }

    /// <summary>Whether they may log in to the stack's machines. Default false.</summary>
    public bool? AllowSsh { get => Get<bool?>(); set => Put(value); }

    /// <summary>Whether they may use sudo there. Default false.</summary>
    public bool? AllowSudo { get => Get<bool?>(); set => Put(value); }
}
