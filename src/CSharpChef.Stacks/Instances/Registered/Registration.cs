namespace CSharpChef.Stacks.Instances.Registered;

/// <param name="IdentityDocument">The identity document signed by the cloud, if any.</param>
internal sealed record Registration(
    string? RsaPublicKey, string? RsaPublicKeyFingerprint, string? IdentityDocument, string? IdentitySignature);
