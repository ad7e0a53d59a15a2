namespace CSharpChef.Stacks.Instances.Registered;

/// <param name="IdentityDocument">As the cloud signed it, when it came from one.</param>
internal sealed record Registration(
    string? RsaPublicKey, string? RsaPublicKeyFingerprint, string? IdentityDocument, string? IdentitySignature);
