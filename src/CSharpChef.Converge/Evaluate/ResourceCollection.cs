using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>The resources that recipes declared since the last barrier, in order.</summary>
internal sealed record ResourceCollection(IReadOnlyList<Resource> Resources, SecretTexts Secrets)
{
    /// <summary>The notifications declared since the last barrier whose senders were declared before it.</summary>
    public IReadOnlyList<LateNotification> Late { get; init; } = [];

    /// <summary>The recipes that were evaluated so far, such as web::default.</summary>
    public IReadOnlyList<string> Recipes { get; init; } = [];

    /// <summary>What the recipes have published so far.</summary>
    public IReadOnlyDictionary<string, string> Published { get; init; } = new Dictionary<string, string>();
}
