// Command read-manifests reads what Helm printed as Kubernetes does, and says whether another reader read the same.
//
// Each line of its input is JSON: {"text": manifests, "objects": what the other reader made of them}. For each it
// prints a line of JSON: "" where both agree, else what is wrong. The comparison is made here, and not by the asker,
// so that no second parser of JSON stands between the two readers.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"

	"sigs.k8s.io/yaml"
)

type question struct {
	Text    string `json:"text"`
	Objects []any  `json:"objects"`
}

var separator = regexp.MustCompile(`(?m)^---[ \t]*(?:#.*)?\r?$`)

func main() {
	if err := answerAll(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll() error {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	for in.More() {
		var asked question
		if err := in.Decode(&asked); err != nil {
			return fmt.Errorf("cannot read a question: %w", err)
		}
		if err := out.Encode(compare(asked)); err != nil {
			return err
		}
	}
	return nil
}

func compare(asked question) string {
	objects := []any{}
	for _, document := range separator.Split(asked.Text, -1) {
		text, err := yaml.YAMLToJSONStrict([]byte(document))
		if err != nil {
			return fmt.Sprintf("cannot read a document: %v", err)
		}
		var object any
		if err := json.Unmarshal(text, &object); err != nil {
			return fmt.Sprintf("cannot read a document: %v", err)
		}
		if object != nil {
			objects = append(objects, object)
		}
	}
	if len(objects) != len(asked.Objects) {
		return fmt.Sprintf("expected %d objects, got %d", len(objects), len(asked.Objects))
	}
	for i, object := range objects {
		if !reflect.DeepEqual(object, asked.Objects[i]) {
			wanted, _ := json.Marshal(object)
			found, _ := json.Marshal(asked.Objects[i])
			return fmt.Sprintf("object %d: expected %s, got %s", i, wanted, found)
		}
	}
	return ""
}
