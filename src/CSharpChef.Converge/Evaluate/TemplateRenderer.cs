namespace CSharpChef.Converge;
internal sealed class TemplateRenderer(CookbookStore cookbooks)
{
    public CookbookStore Cookbooks => cookbooks;
}
