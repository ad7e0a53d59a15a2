// A resource of this cookbook.
// In a recipe: ResourceName("example", r => r.Text = "hello");
/// <summary>Describe here what the resource manages.</summary>
sealed class ResourceNameResource(string name) : Resource(name)
{
    /// <summary>The content of the file.</summary>
    public string Text { get; set; } = "";

    /// <summary>Brings the machine to the state. It emits steps, as built-in resources do.</summary>
    public ResourceAction Create => Act(_ =>
        [new FileStep($"/etc/{Name}.conf") { Content = FileContent.FromText($"{Text}\n") }]);

    /// <summary>Removes what <see cref="Create"/> makes.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep($"/etc/{Name}.conf", PathKind.File)]);

    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}
