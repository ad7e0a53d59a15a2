using System.Text;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>Writes <c>docs/api.md</c> from the operations.</summary>
internal static class ApiPage
{
    private const string Head = """
        # The API

        AWS JSON 1.1: `POST /` with `Content-Type: application/x-amz-json-1.1` and `X-Amz-Target: PREFIX.Operation`, signed with Signature Version 4
        (service `opsworks`, any region) or with `Authorization: Bearer TOKEN`. All 74 operations of AWS OpsWorks Stacks are there under the prefix
        `OpsWorks_20130218`, with the shapes that its clients expect; operations that OpsWorks did not have are under `CSharpChef_20261124`, in the same style.

        - An operation returns when what is wanted is stored. Starts, stops and commands follow, and their statuses tell how far they are ([stacks.md](stacks.md)).
        - An update keeps the value of each member that the request omits; an empty text or list clears it. An empty text where a fixed word is expected counts as omitted.
        - A text has at most 1,024 bytes of UTF-8, and a list or an object at most 1,000 entries, where the type below names no other limit. Control characters, marks
          of writing direction and characters without width are refused; a text of several lines may have tabs, LF and CR LF.
        - Secrets are read back as `*****FILTERED*****`. A secret that is sent back like that stays as it is.
        - Times are UTC, like `2026-11-24T12:00:00+00:00`. Lists come in the order of creation, deployments and commands the newest first.
        - A list of ids of which one is unknown, or belongs to a stack the caller may not see, is refused as a whole.
        - What belongs to a cloud (roles, networks, images, volumes, fixed addresses, balancers, databases, container clusters) is stored, checked and
          returned, so that scripts keep working. A value that is *stored but not used* has no effect. What is not supported is refused, and
          the message names what to use instead.
        - Members that OpsWorks did not have are marked *own*. The service model of the server leaves them out, and an answer has them only where they say something.
        - `GrantAccess` is refused: it was for Windows. `ListTags` refuses paging, as OpsWorks did.

        ## Errors

        | code | status | when |
        | :--- | ---: | :--- |
        | `ValidationException` | 400 | a member is invalid, or the present state does not allow the call; the message says which and why |
        | `ResourceNotFoundException` | 400 | no object has that id, or the caller may not see it |
        | `AccessDeniedException` | 403 | the caller may see the object and may not do this |
        | `SerializationException` | 400 | the body is not JSON of the right types |
        | `UnknownOperationException` | 400 | no such operation |
        | `RequestEntityTooLargeException` | 413 | the body is larger than 1 MiB |
        | `MissingAuthenticationTokenException`, `IncompleteSignatureException` | 403 | no credential, or an incomplete one |
        | `UnrecognizedClientException` | 403 | the key or token is unknown, disabled or expired |
        | `InvalidSignatureException` | 403 | the signature is wrong, or its time is more than 5 minutes off |
        | `ThrottlingException` | 400 | too many calls of this user; clients repeat the call |
        | `ServiceUnavailableException` | 503 | the database is unavailable or the server is stopping: nothing was changed |
        | `InternalFailure` | 500 | a bug of the server; its log has the request id |

        Rights: *show*, *deploy* and *manage* are levels of a permission on the stack (`SetPermission`); *create* is the role creator or admin, *admin* the
        role admin (`SetUserRole`); *signed in* is anybody.
        """;

    public static string Write()
    {
        var page = new StringBuilder(Head);
        var structures = new SortedDictionary<string, StructureShape>(StringComparer.Ordinal);
        foreach (var prefix in new[]
        {
            CSharpChef.Stacks.Operations.Operation.OpsWorks,
            CSharpChef.Stacks.Operations.Operation.Own
        })
        {
            page.Append($"\n\n## {prefix}\n");
            foreach (var operation in OperationCatalog.Of(prefix))
            {
                Operation(page, operation, structures);
            }
        }

        page.Append("\n\n## Structures\n");
        foreach (var (name, shape) in structures)
        {
            page.Append($"\n### {name}\n");
            Members(page, "member", shape, structures: null);
        }

        return page.ToString();
    }

    private static void Operation(
        StringBuilder page, Operation operation, IDictionary<string, StructureShape> structures)
    {
        page.Append($"\n### {operation.Name}\n\n{operation.Description} Right: {RightOf(operation)}.\n");
        Members(page, "input", operation.Input, structures);
        if (operation.Output is { } output)
        {
            page.Append(
                $"\nOutput: {string.Join(", ", output.Members.Select(member => $"`{member.Name}` ({TypeOf(member.Shape, structures)})"))}.\n");
        }
    }

    private static void Members(
        StringBuilder page, string title, StructureShape shape, IDictionary<string, StructureShape>? structures)
    {
        if (shape.Members.Count == 0)
        {
            return;
        }

        page.Append($"\n| {title} | type | |\n| :--- | :--- | :--- |\n");
        foreach (var member in shape.Members)
        {
            page.Append(
                $"| `{member.Name}`{(member.Required ? " *required*" : "")}{(member.IsOwn ? " *own*" : "")} | {TypeOf(member.Shape, structures)} | {member.Description} |\n");
        }
    }

    private static string TypeOf(Shape shape, IDictionary<string, StructureShape>? structures)
    {
        if (shape is StructureShape structure)
        {
            Note(structure, structures);
        }

        return shape switch
        {
            TextShape { Words: { Count: > 0 and < 20 } words } => string.Join(", ", words.Select(word => $"`{word}`")),
            TextShape text => TextOf(text),
            NumberShape { Whole: true } => "whole number",
            NumberShape => "number",
            FlagShape => "true or false",
            ListShape list => $"list of {TypeOf(list.Item, structures)}{Most(list.MaxCount, ListShape.DefaultMaxCount, "entries")}",
            MapShape map => $"map to {TypeOf(map.Value, structures)}",
            StructureShape named => $"[{named.Name}](#{named.Name.ToLowerInvariant()})",
            _ => shape.Noun,
        };
    }

    private static string TextOf(TextShape text) =>
        $"text{(text.IsMultiline ? " of several lines" : "")}{Most(text.MaxBytes, TextShape.DefaultMaxBytes, "bytes")}";

    private static string Most(int most, int usual, string unit) => most == usual ? "" : $", at most {most} {unit}";

    private static void Note(StructureShape structure, IDictionary<string, StructureShape>? structures)
    {
        if (structures?.TryAdd(structure.Name, structure) == true)
        {
            foreach (var member in structure.Members)
            {
                TypeOf(member.Shape, structures);
            }
        }
    }

    private static string RightOf(Operation operation) =>
        operation.Right == Right.SignedIn ? "signed in" : operation.Right.ToString().ToLowerInvariant();
}
