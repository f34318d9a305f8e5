// Command render-charts renders charts with Helm's own packages, many times in one process: to start Helm for each
// render would take longer than the renders.
//
// Each line of its input is JSON. {"place": directory, "as": name} loads the files of a chart; {"chart": name, "path":
// path, "text": text} puts another text in the place of one of them; {"chart": name, "release": {"name": ...,
// "namespace": ...}, "kubeVersion": version, "files": {path: text}, "values": text} renders the chart with some more files,
// as `helm template --skip-schema-validation --kube-version --values` does. Each is answered with a line of JSON:
// {"manifests": text}, or {"failure": message}.
//
// With "cover": true, `fail` does not end a render, as under `helm lint`: the answer is {"failed": [message, ...]}, each
// message once, and nothing else.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/releaseutil"
)

type question struct {
	Place   string `json:"place"`
	As      string `json:"as"`
	Chart   string `json:"chart"`
	Path    string `json:"path"`
	Text    string `json:"text"`
	Release struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"release"`
	KubeVersion string            `json:"kubeVersion"`
	Files       map[string]string `json:"files"`
	Values      string            `json:"values"`
	Cover       bool              `json:"cover"`
}

type answer struct {
	Manifests string   `json:"manifests"`
	Failure   string   `json:"failure,omitempty"`
	Failed    []string `json:"failed,omitempty"`
}

// The files of a chart by their paths.
type files map[string][]byte

func main() {
	if err := answerAll(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll() error {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	charts := map[string]files{}
	for in.More() {
		var asked question
		if err := in.Decode(&asked); err != nil {
			return fmt.Errorf("cannot read a question: %w", err)
		}
		if err := out.Encode(answerOne(charts, asked)); err != nil {
			return err
		}
	}
	return nil
}

func answerOne(charts map[string]files, asked question) answer {
	switch {
	case asked.As != "":
		loaded, err := readFiles(asked.Place)
		if err != nil {
			return answer{Failure: err.Error()}
		}
		charts[asked.As] = loaded
	case asked.Path != "":
		charts[asked.Chart][asked.Path] = []byte(asked.Text)
	case asked.Cover:
		return answer{Failed: cover(charts[asked.Chart], asked)}
	default:
		manifests, err := render(charts[asked.Chart], asked, engine.Engine{})
		if err != nil {
			return answer{Failure: err.Error()}
		}
		return answer{Manifests: manifests}
	}
	return answer{}
}

func readFiles(directory string) (files, error) {
	loaded := files{}
	err := filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, err := filepath.Rel(directory, path)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		loaded[filepath.ToSlash(relative)] = text
		return err
	})
	return loaded, err
}

// The messages of `fail`, as far as a render comes that none of them ends.
func cover(own files, asked question) []string {
	var printed bytes.Buffer
	log.SetOutput(&printed)
	log.SetFlags(0)
	defer log.SetOutput(os.Stderr)
	// What is wrong with the objects is not asked here.
	_, _ = render(own, asked, engine.Engine{LintMode: true})
	seen := map[string]bool{}
	failed := []string{}
	for _, line := range strings.Split(printed.String(), "\n") {
		if message, isFail := strings.CutPrefix(line, "[INFO] Fail: "); isFail && !seen[message] {
			seen[message] = true
			failed = append(failed, message)
		}
	}
	return failed
}

func render(own files, asked question, with engine.Engine) (string, error) {
	buffered := []*loader.BufferedFile{}
	for path, text := range own {
		if _, isGiven := asked.Files[path]; !isGiven {
			buffered = append(buffered, &loader.BufferedFile{Name: path, Data: text})
		}
	}
	for path, text := range asked.Files {
		buffered = append(buffered, &loader.BufferedFile{Name: path, Data: []byte(text)})
	}
	sort.Slice(buffered, func(i, j int) bool { return buffered[i].Name < buffered[j].Name })
	loaded, err := loader.LoadFiles(buffered)
	if err != nil {
		return "", err
	}
	values, err := chartutil.ReadValues([]byte(asked.Values))
	if err != nil {
		return "", err
	}
	if err := chartutil.ProcessDependencies(loaded, values); err != nil {
		return "", err
	}
	options := chartutil.ReleaseOptions{
		Name: asked.Release.Name, Namespace: asked.Release.Namespace, Revision: 1, IsInstall: true,
	}
	version, err := chartutil.ParseKubeVersion(asked.KubeVersion)
	if err != nil {
		return "", err
	}
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *version
	given, err := chartutil.ToRenderValuesWithSchemaValidation(loaded, values, options, capabilities, true)
	if err != nil {
		return "", err
	}
	dropRepeated(loaded, map[string]bool{})
	rendered, err := with.Render(loaded, given)
	if err != nil {
		return "", err
	}
	return print(rendered)
}

// A chart under several aliases has its named templates as often, word for word, and each would be parsed.
func dropRepeated(one *chart.Chart, seen map[string]bool) {
	kept := []*chart.File{}
	for _, file := range one.Templates {
		text := string(file.Data)
		if !strings.HasPrefix(filepath.Base(file.Name), "_") || !seen[text] {
			kept = append(kept, file)
		}
		seen[text] = true
	}
	one.Templates = kept
	for _, dependency := range one.Dependencies() {
		dropRepeated(dependency, seen)
	}
}

// What `helm template` prints: all but notes, hooks last.
func print(rendered map[string]string) (string, error) {
	for path := range rendered {
		if strings.HasSuffix(path, "NOTES.txt") {
			delete(rendered, path)
		}
	}
	hooks, manifests, err := releaseutil.SortManifests(rendered, nil, releaseutil.InstallOrder)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	for _, one := range manifests {
		fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", one.Name, one.Content)
	}
	for _, one := range hooks {
		fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", one.Path, one.Manifest)
	}
	return text.String(), nil
}
