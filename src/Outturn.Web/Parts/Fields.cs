using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Outturn.Web.Parts;

/// <summary>A field of a form as GOV.UK Frontend lays it out: label, hint, what is wrong with it, and its box.</summary>
public abstract class FieldTagHelper : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string? Value { get; set; }

    /// <summary>Whether its label is the page's heading.</summary>
    public bool Heading { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private string Id => FormErrors.Id(Name);

    private string? Error => (View.ViewData.Model as StaffPage)?.Errors[Name];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var box = new TagBuilder(BoxTag) { TagRenderMode = IsVoid ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            box.Attributes[attribute.Name] = attribute.Value?.ToString() ?? attribute.Name;
            output.Attributes.Remove(attribute);
        }

        if (output.Attributes["class"] is { } extra)
        {
            box.AddCssClass(extra.Value.ToString()!);
            output.Attributes.Remove(extra);
        }

        box.AddCssClass(BoxClass);
        (box.Attributes["id"], box.Attributes["name"]) = (Id, Name);
        string[] described = [.. new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>()];
        if (described.Length > 0)
        {
            box.Attributes["aria-describedby"] = string.Join(' ', described);
        }

        Fill(box);
        if (Error is not null)
        {
            box.AddCssClass($"{BoxClass}--error");
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}");
        var label = $"""<label class="govuk-label{(Heading ? " govuk-label--l" : "")}" for="{Id}">{Encode(Label)}</label>""";
        output.Content.AppendHtml(Heading ? $"""<h1 class="govuk-label-wrapper">{label}</h1>""" : label);
        if (Hint is { } hint)
        {
            output.Content.AppendHtml($"""<div class="govuk-hint" id="{Id}-hint">{Encode(hint)}</div>""");
        }

        if (Error is { } error)
        {
            output.Content.AppendHtml($"""<p class="govuk-error-message" id="{Id}-error"><span class="govuk-visually-hidden">Error:</span> {Encode(error)}</p>""");
        }

        output.Content.AppendHtml(box);
    }

    protected abstract string BoxTag { get; }

    protected abstract string BoxClass { get; }

    protected virtual bool IsVoid => false;

    protected abstract void Fill(TagBuilder box);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

/// <summary>One line of text.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    protected override string BoxTag => "input";

    protected override string BoxClass => "govuk-input";

    protected override bool IsVoid => true;

    protected override void Fill(TagBuilder box)
    {
        box.Attributes["type"] = Type;
        if (Value is not null)
        {
            box.Attributes["value"] = Value;
        }
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("text-lines", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextLinesTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 3;

    protected override string BoxTag => "textarea";

    protected override string BoxClass => "govuk-textarea";

    protected override void Fill(TagBuilder box)
    {
        box.Attributes["rows"] = Rows.ToString();

        // A first line that is blank would be swallowed by the browser.
        box.InnerHtml.AppendHtml("\n").Append(Value ?? "");
    }
}

/// <summary>One of several values.</summary>
[HtmlTargetElement("choice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceTagHelper : FieldTagHelper
{
    /// <summary>Value and text of each.</summary>
    public required IEnumerable<(string Value, string Text)> Options { get; set; }

    protected override string BoxTag => "select";

    protected override string BoxClass => "govuk-select";

    protected override void Fill(TagBuilder box)
    {
        foreach (var (value, text) in Options)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = value } };
            if (value == (Value ?? ""))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(text);
            box.InnerHtml.AppendHtml(option);
        }
    }
}
