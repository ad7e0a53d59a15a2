namespace CSharpChef.Stacks.Users.Keys;

/// <summary>What a user signs in with: an access key or a token.</summary>
internal interface ICredential
{
    string IamUserArn { get; }

    /// <summary>The reason why it is refused at that time; null when it may be used.</summary>
    string? RefusalAt(DateTimeOffset now);
}
