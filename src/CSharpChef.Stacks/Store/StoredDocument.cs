using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>A document in the form of the store.</summary>
/// <param name="Body">The document's JSON, with the ids of its secrets.</param>
internal sealed record StoredDocument(string Body, SecretCollection Secrets);
