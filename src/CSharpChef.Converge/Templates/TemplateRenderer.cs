using System.Collections.Concurrent;
using System.Globalization;
using CSharpChef.Converge.Cookbooks;
using Fluid;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// Renders Liquid templates of cookbooks. A name that is not defined is an error. A run without templates does not load
/// the template library.
/// </summary>
internal sealed class TemplateRenderer(CookbookStore cookbooks)
{
    private static readonly FluidParser Parser = new();
    private readonly ConcurrentDictionary<(string Cookbook, string Source), TemplateFile> files = new();
    private readonly ConcurrentDictionary<string, TemplateOptions> options = new();

    public string Render(string cookbook, string source, object? variables, Node node)
    {
        var file = files.GetOrAdd((cookbook, source), key => Parsed(cookbooks.Get(key.Cookbook).Files, key.Source));
        var scope = TemplateScope.Of(variables, node);
        var context = new TemplateContext(scope, options.GetOrAdd(cookbook, OptionsOf), allowModelMembers: true);
        try
        {
            return file.Template.Render(context, NullEncoder.Default);
        }
        catch (UnknownNameException e)
        {
            throw new RecipeException($"{file.PlaceOf(e.Path)}: {e.Message}", e);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{file.Path}: {e.Message}", e);
        }
        catch (FileNotFoundException e)
        {
            throw new RecipeException($"{file.PlaceOf(e.Message)}: there is no template \"{e.Message}\" to include", e);
        }
        catch (Exception e) when (e is FluidException or InvalidOperationException)
        {
            throw new RecipeException($"{file.PlaceOfQuoted(e.Message)}: {e.Message}", e);
        }
    }

    private static TemplateFile Parsed(CookbookFiles files, string source)
    {
        var content = TemplateSource.Get(files, source);
        var path = files.PathOf(TemplateSource.FileOf(files, source));
        var text = content.Text
            ?? throw new RecipeException($"{path} is not UTF-8 text, or is too large for a template");
        return Parser.TryParse(text, out var template, out var error)
            ? new TemplateFile(path, text, template)
            : throw new RecipeException(TemplateFile.Explain(path, error));
    }

    private TemplateOptions OptionsOf(string cookbook) => new()
    {
        CultureInfo = CultureInfo.InvariantCulture,
        FileProvider = new TemplatePartials(cookbooks.Get(cookbook).Files),
        StrictFilters = true,
    };
}
