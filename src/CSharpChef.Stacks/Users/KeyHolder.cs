namespace CSharpChef.Stacks.Users;

/// <summary>
/// Whose an access key or token is. The secret is the access key's, in clear, for the moment of a comparison.
/// </summary>
internal sealed record KeyHolder(
    string CredentialId, string UserArn, UserRole Role, string? Secret, string? Refusal = null);
