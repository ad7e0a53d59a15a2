using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// The user of an access key or token. The secret is that of the access key, in clear, for the check of a signature.
/// </summary>
internal sealed record KeyHolder(
    string CredentialId, string UserArn, UserRole Role, string? Secret, string? Refusal = null);
